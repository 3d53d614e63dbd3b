import { describe, expect, it } from "vitest"
import { decoded, decodedJson } from "../../test/decoded.ts"
import { refusedHeader } from "../../test/refused-header.ts"
import { deviceInfoHeader, type DeviceInfo } from "./device-info.ts"

const info: DeviceInfo = {
  primaryHardwareType: "TV",
  model: "OLED55",
  version: "1.0",
  osName: "webOS",
  osVersion: "7.0",
  connectionType: "LAN"
}

// The header page's own example, which lacks the required `connectionType` (C-H-2).
const documented =
  "ewogICJwcmltYXJ5SGFyZHdhcmVUeXBlIiA6ICJNb2JpbGVQaG9uZSIsCiAgIm1vZGVsIjoiU00tUzkwMVUiLAogICJ2ZW5kb3IiOiJzYW1zdW5nIiwKICAidmVyc2lvbiI6InIwcSIsCiAgIm1hbnVmYWN0dXJlciI6InNhbXN1bmciLAogICJvc05hbWUiOiJBbmRyb2lkIiwKICAib3NWZXJzaW9uIjoiMTQiCn0="

describe("X-Device-Info", () => {
  it("is the Base64 of compact JSON", () => {
    expect(decoded(deviceInfoHeader(info)["X-Device-Info"])).toBe(JSON.stringify(info))
  })

  it("says the same as the documented example, once that names its connection", () => {
    // Boundary: the documented example is a device info but for one key.
    const example = { ...(decodedJson(documented) as Omit<DeviceInfo, "connectionType">), connectionType: "5G" }
    expect(decodedJson(deviceInfoHeader(example)["X-Device-Info"])).toEqual(example)
  })

  it("names the key that the documented example lacks", () => {
    const error = refusedHeader(() => deviceInfoHeader(decodedJson(documented) as DeviceInfo))
    expect(error.missingKeys).toEqual(["connectionType"])
    expect(error.message).toBe("Failed to build X-Device-Info: it lacks connectionType. Pass the device's own values.")
  })

  it("names every required key that is missing or empty", () => {
    const values = { model: "  ", version: "", osName: null, connectionType: 5 }
    // What a caller without types may pass.
    const error = refusedHeader(() => deviceInfoHeader(values as unknown as DeviceInfo))
    expect(error.missingKeys).toEqual(["model", "version", "osName", "osVersion", "connectionType"])
  })

  it.each([undefined, null, "webOS"])("names all of them for %j, which is no device info", (value) => {
    // What a caller without types may pass.
    const error = refusedHeader(() => deviceInfoHeader(value as unknown as DeviceInfo))
    expect(error.missingKeys).toHaveLength(5)
  })

  it("keeps UTF-8", () => {
    const header = deviceInfoHeader({ ...info, model: "Fernseher „Küche“ 📺", manufacturer: "シャープ" })
    expect(decodedJson(header["X-Device-Info"])).toMatchObject({
      model: "Fernseher „Küche“ 📺",
      manufacturer: "シャープ"
    })
  })

  it("sends values that no list names, and every type of value", () => {
    const all: DeviceInfo = {
      ...info,
      osName: "Tizen",
      connectionPort: 53124,
      connectionSecure: false,
      displayPpi: 294.5
    }
    expect(decodedJson(deviceInfoHeader(all)["X-Device-Info"])).toEqual(all)
  })

  it("leaves out what is null, undefined or no number, and invents nothing", () => {
    const values = { ...info, vendor: null, userAgent: undefined, displayPpi: Number.NaN }
    // What a caller without types may pass.
    const header = deviceInfoHeader(values as unknown as DeviceInfo)
    expect(decodedJson(header["X-Device-Info"])).toEqual(info)
  })
})
