import { AuthError } from "@tve-pass/auth/promise"

/** The default prefix of all keys. */
export const defaultPrefix = "tve-pass:"

/**
 * Checks a prefix.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const validPrefix = (prefix: string): string => {
  if (typeof prefix === "string" && !/[{}]/.test(prefix)) return prefix
  throw new AuthError({
    reason: {
      _tag: "InvalidConfiguration",
      field: "prefix",
      problem: "it is not a string without braces",
      remedy: "Pass a prefix such as tve-pass:, or omit the option"
    }
  })
}

/**
 * Returns the key of a record. The records and the lock of one device have the same part in braces, so that they are in
 * one slot of a cluster and a write can check the lock atomically.
 */
export const recordKey = (prefix: string, key: string): string => {
  const device = deviceOf(key)
  return `${prefix}{${device}}${key.slice(device.length)}`
}

/** Returns the key of the lock of a record's device. */
export const lockKey = (prefix: string, key: string): string => `${prefix}{${deviceOf(key)}}.lock`

/** Returns the key of a device's bucket. */
export const bucketKey = (prefix: string, device: string): string => `${prefix}throttle:{${device}}`

const deviceOf = (key: string): string => key.split(".", 1)[0] ?? key
