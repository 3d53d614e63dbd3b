import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { decoded, decodedJson } from "../../test/decoded.ts"
import { refusedHeader } from "../../test/refused-header.ts"
import { temporaryAccessIdentityHeader, type TemporaryAccessIdentity } from "./temporary-access-identity.ts"

const name = "AP-TempPass-Identity"
const documentedHash = "f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7"

const identityIn = (identity: TemporaryAccessIdentity): unknown =>
  decodedJson(temporaryAccessIdentityHeader(identity)[name])

describe("AP-TempPass-Identity", () => {
  it("hashes by default: the documented hash of the documented identifier", () => {
    const header = temporaryAccessIdentityHeader({ key: "email", identifier: "user@domain.com" })
    expect(decoded(header[name])).toBe(`{"email":"${documentedHash}"}`)
  })

  it("is the header of the API samples when plain text is asked for", () => {
    expect(temporaryAccessIdentityHeader({ key: "email", identifier: "foo@bar.com", send: "plain" })).toEqual({
      [name]: "eyJlbWFpbCI6ImZvb0BiYXIuY29tIn0="
    })
  })

  it.each([" user@domain.com", "User@Domain.COM", "user@domain.com\n"])("hashes %j as the same user", (identifier) => {
    expect(identityIn({ key: "email", identifier })).toEqual({ email: documentedHash })
  })

  it("hashes composed and decomposed characters as the same user", () => {
    expect(identityIn({ key: "email", identifier: "rene\u0301@domain.com" })).toEqual(
      identityIn({ key: "email", identifier: "ren\u00e9@domain.com" })
    )
  })

  it("sends a plain identifier as it was entered", () => {
    expect(identityIn({ key: "email", identifier: " René@domain.com", send: "plain" })).toEqual({
      email: " René@domain.com"
    })
  })

  it("never hashes twice: hashes count as such, however they are passed", () => {
    const sha512 = createHash("sha512").update("user@domain.com").digest("hex")
    expect(identityIn({ key: "email", value: documentedHash })).toEqual({ email: documentedHash })
    expect(identityIn({ key: "email", identifier: documentedHash })).toEqual({ email: documentedHash })
    expect(identityIn({ key: "email", identifier: documentedHash.toUpperCase() })).toEqual({ email: documentedHash })
    expect(identityIn({ key: "email", identifier: sha512 })).toEqual({ email: sha512 })
  })

  it.each([documentedHash.slice(1), `${documentedHash}0`])(
    "hashes %s, which is not the length of a hash",
    (identifier) => {
      expect(identityIn({ key: "id", identifier })).not.toEqual({ id: identifier })
    }
  )

  it("takes any key, and sends a ready-made value as it is", () => {
    expect(identityIn({ key: "Kundennummer é", value: "A-1\r\n" })).toEqual({ "Kundennummer é": "A-1\r\n" })
  })

  it.each<TemporaryAccessIdentity>([
    { key: "", identifier: "user@domain.com" },
    { key: "email", identifier: " " },
    { key: "email", value: "" }
  ])("refuses %j", (identity) => {
    expect(refusedHeader(() => temporaryAccessIdentityHeader(identity)).header).toBe(name)
  })
})
