import { describe, expect, it } from "vitest"
import { decoded } from "../../test/decoded.ts"
import { refusedHeader } from "../../test/refused-header.ts"
import { deviceIdentifierHeader } from "./device-identifier.ts"

describe("AP-Device-Identifier", () => {
  it("is the documented header for the documented identifier", () => {
    expect(deviceIdentifierHeader("ba23d141-d715-561c-94f4-e9e4c966b1eb")).toEqual({
      "AP-Device-Identifier": "fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi"
    })
  })

  it.each(["Küche", "リビング", "📺 salón", "a\r\nX-Injected: 1"])("encodes the UTF-8 bytes of %j", (identifier) => {
    const [type, value] = deviceIdentifierHeader(identifier)["AP-Device-Identifier"].split(" ")
    expect(type).toBe("fingerprint")
    expect(decoded(value ?? "")).toBe(identifier)
  })

  it.each(["", "  ", "\n"])("refuses the empty identifier %j", (identifier) => {
    expect(refusedHeader(() => deviceIdentifierHeader(identifier)).header).toBe("AP-Device-Identifier")
  })
})
