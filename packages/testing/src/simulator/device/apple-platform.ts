import { deviceInfoOf } from "./device-info.ts"

const appleSystems = new Set(["iOS", "tvOS"])

const appleUserAgent = /iPhone|iPad|Apple ?TV|tvOS/

/** Whether X-Device-Info or User-Agent names iOS, iPadOS or tvOS (docs/protocol/flows.md section 15). */
export const isApplePlatform = (headers: Headers): boolean => {
  const osName = deviceInfoOf(headers.get("x-device-info"))?.["osName"]
  if (typeof osName === "string") return appleSystems.has(osName)
  return appleUserAgent.test(headers.get("user-agent") ?? "")
}
