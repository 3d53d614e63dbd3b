import { base64Json } from "./base64.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"
import { isText } from "./is-text.ts"

const name = "X-Device-Info"

const requiredKeys = ["model", "version", "osName", "osVersion", "connectionType"] as const

/** The streaming device, as X-Device-Info describes it. */
export interface DeviceInfo {
  readonly primaryHardwareType?: string
  /** `iPhone`, `SM-G930V`, `AppleTV`. */
  readonly model: string
  /** Version of the hardware or the platform's device name: `2.0.1`, `8,1`, `jflte`. */
  readonly version: string
  readonly manufacturer?: string
  readonly vendor?: string
  readonly osName: string
  readonly osFamily?: string
  readonly osVendor?: string
  readonly osVersion: string
  readonly browserName?: string
  readonly browserVendor?: string
  readonly browserVersion?: string
  readonly userAgent?: string
  readonly displayWidth?: number
  readonly displayHeight?: number
  readonly displayPpi?: number
  readonly diagonalScreenSize?: number
  readonly connectionIp?: string
  readonly connectionPort?: number | string
  readonly connectionType: string
  readonly connectionSecure?: boolean
  readonly applicationId?: string
}

/**
 * `X-Device-Info`: device, connection and application of the streaming device, as Base64 of compact JSON.
 *
 * Sends what it is given and invents nothing (C-H-1): leave out what is not known, and in a browser leave out the
 * header. Members that are `undefined` or `null` are not sent. Restricted values are open: the protocol's lists have
 * gaps, such as Tizen in `osName`.
 *
 * Source: docs/protocol/headers.md, section 3.
 *
 * @throws {InvalidHeaderError} with `missingKeys` when one of the five required keys is missing or empty.
 * @example
 * deviceInfoHeader({ model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" })
 * // => { "X-Device-Info": "eyJtb2RlbCI6Ik9MRUQ1NSIsInZlcnNpb24iOiIxLjAiLCJvc05hbWUiOiJ3ZWJPUyIs..." }
 */
export const deviceInfoHeader = (info: DeviceInfo): { readonly [name]: string } => {
  const missingKeys = requiredKeys.filter((key) => !isText(info[key]))
  if (missingKeys.length === 0) return { [name]: base64Json(info) }
  throw new InvalidHeaderError(name, `lacks ${missingKeys.join(", ")}`, "Pass the device's own values", missingKeys)
}
