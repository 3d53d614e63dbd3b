import { fromBase64, isBase64 } from "./base64.ts"
import { createBoundedMap } from "./bounded-map.ts"
import { parseJsonObject } from "./json-object.ts"

/** The members of X-Device-Info. */
export type DeviceInfo = Readonly<Record<string, unknown>>

/** Parses X-Device-Info; returns `undefined` if it is not the Base64 of a JSON object. */
export const parseDeviceInfo = (header: string): DeviceInfo | undefined => parseJsonObject(fromBase64(header.trim()))

/** Characters of the longest header that is cached. */
const longestRemembered = 4_096

const remembered = createBoundedMap<string, { readonly info: DeviceInfo | undefined }>(64)

/** Does the same as `parseDeviceInfo`, with a cache, because devices send the same value with each call. */
export const deviceInfoOf = (header: string | null): DeviceInfo | undefined => {
  if (header === null) return undefined
  const entry = remembered.get(header)
  if (entry !== undefined) return entry.info
  const info = parseDeviceInfo(header)
  if (header.length <= longestRemembered) remembered.set(header, { info })
  return info
}

const appleSystems = new Set(["iOS", "tvOS"])

const appleUserAgent = /iPhone|iPad|Apple ?TV|tvOS/

/** Returns whether X-Device-Info or User-Agent names iOS, iPadOS or tvOS (docs/protocol/flows.md section 15). */
export const isApplePlatform = (headers: Headers): boolean => {
  const osName = deviceInfoOf(headers.get("x-device-info"))?.["osName"]
  if (typeof osName === "string") return appleSystems.has(osName)
  return appleUserAgent.test(headers.get("user-agent") ?? "")
}

const scheme = "fingerprint "

/**
 * Returns the identifier in AP-Device-Identifier, still encoded in Base64, or `undefined` if the value is not
 * `fingerprint <base64>` (docs/protocol/headers.md section 2).
 */
export const deviceIdentifierOf = (header: string | null): string | undefined => {
  if (header === null || !header.startsWith(scheme)) return undefined
  const identifier = header.slice(scheme.length)
  return isBase64(identifier) ? identifier : undefined
}
