import { AuthError } from "@tve-pass/auth/promise"

/** What all keys begin with, unless the options say otherwise. */
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
      remedy: "Pass one such as tve-pass:, or leave it out"
    }
  })
}

/**
 * The key of a record. Records and lock of one device share the part in braces, which keeps them in one slot of a cluster:
 * the write of a record requires the lock in one step.
 */
export const recordKey = (prefix: string, key: string): string => {
  const device = deviceOf(key)
  return `${prefix}{${device}}${key.slice(device.length)}`
}

/** The key of the lock of a record's device. */
export const lockKey = (prefix: string, key: string): string => `${prefix}{${deviceOf(key)}}.lock`

/** The key of a device's bucket. */
export const bucketKey = (prefix: string, device: string): string => `${prefix}throttle:{${device}}`

const deviceOf = (key: string): string => key.split(".", 1)[0] ?? key
