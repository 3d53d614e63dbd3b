import { describe, expect, it } from "vitest"
import { refusedHeader } from "../../test/refused-header.ts"
import { platformIdentityHeader, serviceTokenHeader, type PlatformIdentity } from "./single-sign-on.ts"

const jws = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIn0.c2lnbmF0dXJl"
const jwe = "eyJhbGciOiJSU0EtT0FFUCJ9.a2V5.aXY.Y2lwaGVydGV4dA.dGFn"
const jweWithoutKey = "eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVydGV4dA.dGFn"

const notCompact = ["", "opaque", "a.b", "a.b.c.d", `${jws}\r\nX-Injected: 1`, `${jws}é`, ` ${jws}`, `Bearer ${jws}`]
const unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJKYW5lIn0."

describe("Adobe-Subject-Token and X-Roku-Reserved-Roku-Connect-Token", () => {
  it.each([jws, jwe, jweWithoutKey])("carry a JWS or JWE as it is: %s", (token) => {
    expect(platformIdentityHeader({ subjectToken: token })).toEqual({ "Adobe-Subject-Token": token })
    expect(platformIdentityHeader({ rokuConnectToken: token })).toEqual({ "X-Roku-Reserved-Roku-Connect-Token": token })
  })

  it.each([...notCompact, unsigned])("refuse %j, without repeating it", (token) => {
    const errors = [
      refusedHeader(() => platformIdentityHeader({ subjectToken: token })),
      refusedHeader(() => platformIdentityHeader({ rokuConnectToken: token }))
    ]
    expect(errors.map(({ header }) => header)).toEqual(["Adobe-Subject-Token", "X-Roku-Reserved-Roku-Connect-Token"])
    expect(errors[0]?.message).toBe(
      "Failed to build Adobe-Subject-Token: it is neither a signed compact JWS nor a compact JWE. Pass the token as it was issued."
    )
  })

  it("exclude each other, and one of them is needed", () => {
    // What a caller without types may pass.
    const both = { subjectToken: jws, rokuConnectToken: jws } as unknown as PlatformIdentity
    expect(refusedHeader(() => platformIdentityHeader(both)).message).toContain("Pass one of the two tokens")
    expect(refusedHeader(() => platformIdentityHeader({} as PlatformIdentity)).header).toBe("Adobe-Subject-Token")
  })
})

describe("AD-Service-Token", () => {
  it("carries a JWS as it is", () => {
    expect(serviceTokenHeader(jws)).toEqual({ "AD-Service-Token": jws })
  })

  it.each([...notCompact, unsigned, jwe])("refuses %j, without repeating it", (token) => {
    expect(refusedHeader(() => serviceTokenHeader(token)).message).toBe(
      "Failed to build AD-Service-Token: it is not a signed compact JWS. Pass the token as it was issued."
    )
  })
})
