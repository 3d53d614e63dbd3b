import { requiredDeviceInfoKeys } from "../generated/rest-v2/device-info.ts"
import type { components } from "../generated/rest-v2/types.ts"
import { base64Json, hasText } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "X-Device-Info"

/**
 * The description of the streaming device in `X-Device-Info`. The types accept unlisted values, because the protocol's
 * lists are incomplete.
 */
export type DeviceInfo = components["schemas"]["DeviceInfo"]

/**
 * Returns the header `X-Device-Info`, which describes the streaming device, its connection and its application, as
 * Base64 of compact JSON.
 *
 * Adds no values (C-H-1): omit unknown members. Members that are `undefined`, `null` or `NaN` are not sent. The types
 * accept unlisted values, because the protocol's lists are incomplete; `osName` lacks Tizen, for example. A browser may
 * omit the header: with `suppliedHeaders: ["X-Device-Info"]` the client does not require it.
 *
 * Source: docs/protocol/headers.md, section 3.
 *
 * @throws {InvalidHeaderError} with `missingKeys` if one of the five required keys is missing or empty
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
