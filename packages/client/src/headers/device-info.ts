import { requiredDeviceInfoKeys } from "../generated/rest-v2/device-info.ts"
import type { components } from "../generated/rest-v2/types.ts"
import { base64Json, hasText } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "X-Device-Info"

/** The streaming device, as `X-Device-Info` describes it. Restricted values are open: the lists have gaps. */
export type DeviceInfo = components["schemas"]["DeviceInfo"]

/**
 * Returns `X-Device-Info`: device, connection and application of the streaming device, as Base64 of compact JSON.
 *
 * Sends what it is given and invents nothing (C-H-1): leave out what is not known; what is `undefined`, `null` or no
 * number is not sent. Restricted values are open: the protocol's lists have gaps, such as Tizen in `osName`. A browser
 * may do without the header: with `suppliedHeaders: ["X-Device-Info"]` the client does not ask for it.
 *
 * Source: docs/protocol/headers.md, section 3.
 *
 * @throws {InvalidHeaderError} with `missingKeys` when one of the five required keys is missing or empty.
 * @example
 * ```ts
 * deviceInfoHeader({ model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" })
 * // => { "X-Device-Info": "eyJtb2RlbCI6Ik9MRUQ1NSIsInZlcnNpb24iOiIxLjAiLCJvc05hbWUiOiJ3ZWJPUyIsIm9zVmVyc2lvbiI6IjcuMCIsImNvbm5lY3Rpb25UeXBlIjoiTEFOIn0=" }
 * ```
 */
export const deviceInfoHeader = (info: DeviceInfo): { readonly [name]: string } => {
  const missingKeys = requiredDeviceInfoKeys.filter((key) => !hasText(info?.[key]))
  if (missingKeys.length === 0) return { [name]: base64Json(info) }
  throw new InvalidHeaderError(name, `lacks ${missingKeys.join(", ")}`, "Pass the device's own values", missingKeys)
}
