import type { DevicePoolClient } from "@tve-pass/auth/promise"
import type { DeviceInfo } from "@tve-pass/client"
import type { DeviceSteps, Steps } from "@tve-pass/entitlement/steps"

/** A request that the server cannot serve: its message is for the developer of the application. */
export class BadRequest extends Error {
  override readonly name = "BadRequest"
}

/** What a request says about its device. */
export interface Caller {
  readonly identifier: string
  /** The value of `X-Device-Info`: Base64 of JSON, as Adobe Pass documents it. */
  readonly deviceInfo: string | undefined
  /** The device's public address. */
  readonly address: string
}

/** Finds the steps of the device that a request comes from. */
export const deviceOfRequest = (pool: DevicePoolClient, steps: Steps, caller: Caller): DeviceSteps => {
  const info = readDeviceInfo(caller.deviceInfo)
  const { identifier, address: forwardedFor } = caller
  const pass = pool.device({ device: { identifier, info }, forwardedFor })
  return steps.device({ pass, id: identifier, platform: info.osName })
}

/** Reads the platform of a device, for the list of MVPDs, which depends on nothing else. */
export const platformOf = (deviceInfo: string | undefined): string => readDeviceInfo(deviceInfo).osName

const readDeviceInfo = (header: string | undefined): DeviceInfo => {
  if (header === undefined) throw new BadRequest("Send X-Device-Info, as Base64 of JSON.")
  const info = parsed(header)
  if (typeof info !== "object" || info === null || !("osName" in info) || typeof info.osName !== "string") {
    throw new BadRequest("X-Device-Info is not Base64 of a JSON object with an osName.")
  }
  // Boundary: the pool checks the other members.
  return info as DeviceInfo
}

const parsed = (header: string): unknown => {
  try {
    return JSON.parse(Buffer.from(header, "base64").toString("utf8"))
  } catch {
    return undefined
  }
}
