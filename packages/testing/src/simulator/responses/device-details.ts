import { type DeviceInfo, deviceInfoOf } from "../encoding/device-headers.ts"
import type { Schemas } from "../protocol/schemas.ts"
import type { SessionDevice } from "../state/sessions.ts"

const version = (text: string | null): Schemas["Version"] => {
  const [major, minor, patch] = (text ?? "").split(/[.,]/).map((part) => Number.parseInt(part, 10))
  return { major: major || 0, minor: minor || 0, patch: patch || 0, profile: "" }
}

const stringOf = (info: DeviceInfo, name: string): string | null => {
  const value = info[name]
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null
}

const numberOf = (info: DeviceInfo, name: string): number => Number(stringOf(info, name)) || 0

/** The streaming device of a session as operation 4 shows it (docs/protocol/rest-api-v2.md section 9). */
export const describeDevice = ({ deviceInfo, userAgent, address }: SessionDevice): Schemas["DeviceDetails"] => {
  const info = deviceInfoOf(deviceInfo) ?? {}
  const text = (name: string) => stringOf(info, name)
  const agent = text("userAgent") ?? userAgent
  return {
    type: text("primaryHardwareType") ?? "Unknown",
    model: text("model"),
    version: version(text("version")),
    hardware: {
      name: null,
      vendor: text("vendor"),
      version: version(null),
      manufacturer: text("manufacturer")
    },
    operatingSystem: {
      name: text("osName"),
      family: text("osFamily"),
      vendor: text("osVendor"),
      version: version(text("osVersion"))
    },
    browser: {
      name: text("browserName"),
      vendor: text("browserVendor"),
      version: version(text("browserVersion")),
      userAgent: agent,
      originalUserAgent: agent
    },
    display: {
      width: numberOf(info, "displayWidth"),
      height: numberOf(info, "displayHeight"),
      ppi: numberOf(info, "displayPpi"),
      name: "DISPLAY",
      vendor: null,
      version: null,
      diagonalSize: null
    },
    applicationId: text("applicationId"),
    connection: {
      ipAddress: text("connectionIp") ?? address,
      port: text("connectionPort"),
      secure: info["connectionSecure"] === true,
      type: text("connectionType")
    }
  }
}
