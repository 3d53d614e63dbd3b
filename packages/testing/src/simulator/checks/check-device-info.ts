import {
  browserNameValues,
  browserVendorValues,
  osFamilyValues,
  osNameValues,
  osVendorValues,
  primaryHardwareTypeValues,
  requiredDeviceInfoKeys
} from "@tve-pass/client/rest-v2"
import { createBoundedMap } from "../encoding/bounded-map.ts"
import { deviceInfoOf } from "../encoding/device-headers.ts"
import type { Call } from "../request/call.ts"
import { warn } from "../request/violation.ts"

const restrictedValues: Readonly<Record<string, ReadonlyArray<string>>> = {
  // Devices of these two types exist, and the server accepts them, although the documented list lacks them.
  primaryHardwareType: [...primaryHardwareTypeValues, "VehicleMultimediaSystem", "Projector"],
  osName: osNameValues,
  osFamily: osFamilyValues,
  osVendor: osVendorValues,
  browserName: browserNameValues,
  browserVendor: browserVendorValues
}

const listing = (operation: Call["operation"]) => operation.headers.find(({ name }) => name === "X-Device-Info")

/** Browsers may omit the header, because their User-Agent contains the minimum. */
const isBrowser = (headers: Headers) => (headers.get("user-agent") ?? "").startsWith("Mozilla/")

/**
 * Checks X-Device-Info (docs/protocol/headers.md section 3). The real server uses the valid members and counts anything
 * else as platform `unknown` (C-DCR-4, C-H-2).
 */
export const checkDeviceInfo = (call: Call): void => {
  const header = call.headers.get("x-device-info")
  if (header === null) {
    const parameter = listing(call.operation)
    const isWanted =
      parameter?.required === true || (parameter !== undefined && call.operation.authorization === "none")
    if (isWanted && !isBrowser(call.headers)) {
      warn(call, "device-info", "X-Device-Info is missing: the device counts as platform `unknown`.")
    }
    return
  }
  for (const problem of problemsOf(header)) warn(call, "device-info", problem)
}

/** Devices send the same value with each call, so the last few are not parsed again. */
const known = createBoundedMap<string, ReadonlyArray<string>>(64)

const problemsOf = (header: string): ReadonlyArray<string> => {
  const cached = known.get(header)
  if (cached !== undefined) return cached
  const problems = readProblems(header)
  known.set(header, problems)
  return problems
}

const readProblems = (header: string): ReadonlyArray<string> => {
  const info = deviceInfoOf(header)
  if (info === undefined) return ["X-Device-Info is not the Base64 of a JSON object."]
  const missing = requiredDeviceInfoKeys.filter((key) => info[key] === undefined || info[key] === "")
  const wrong = Object.entries(restrictedValues).filter(
    ([key, values]) => info[key] !== undefined && !values.some((value) => value === info[key])
  )
  return [
    ...(missing.length === 0 ? [] : [`X-Device-Info lacks ${missing.join(", ")}.`]),
    ...wrong.map(([key]) => `X-Device-Info has a value of \`${key}\` that is not in the documented list.`)
  ]
}
