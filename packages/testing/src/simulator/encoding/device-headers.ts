import { fromBase64, isBase64 } from "./base64.ts"
import { parseJsonObject } from "./json-object.ts"

/** What X-Device-Info says, member by member; `undefined` if it is not the Base64 of a JSON object. */
export type DeviceInfo = Readonly<Record<string, unknown>>

export const deviceInfoOf = (header: string | null): DeviceInfo | undefined =>
  header === null ? undefined : parseJsonObject(fromBase64(header.trim()))

const appleSystems = new Set(["iOS", "tvOS"])

const appleUserAgent = /iPhone|iPad|Apple ?TV|tvOS/

/** Whether X-Device-Info or User-Agent names iOS, iPadOS or tvOS (docs/protocol/flows.md section 15). */
export const isApplePlatform = (headers: Headers): boolean => {
  const osName = deviceInfoOf(headers.get("x-device-info"))?.["osName"]
  if (typeof osName === "string") return appleSystems.has(osName)
  return appleUserAgent.test(headers.get("user-agent") ?? "")
}

const scheme = "fingerprint "

/**
 * The identifier of AP-Device-Identifier, still in Base64: nothing else of it matters here. `undefined` if the value is
 * not `fingerprint <base64>` (docs/protocol/headers.md section 2).
 */
export const deviceIdentifierOf = (header: string | null): string | undefined => {
  if (header === null || !header.startsWith(scheme)) return undefined
  const identifier = header.slice(scheme.length)
  return isBase64(identifier) ? identifier : undefined
}
