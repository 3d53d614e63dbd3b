import * as Redacted from "effect/Redacted"
import { describe, expect, it } from "vitest"
import { AuthError } from "../errors/index.ts"
import { readSoftwareStatement } from "./software-statement.ts"

const refusalOf = (statement: unknown): AuthError => {
  try {
    readSoftwareStatement(statement as string)
  } catch (thrown) {
    if (thrown instanceof AuthError) return thrown
    throw thrown
  }
  return expect.unreachable("the statement was accepted")
}

describe("a software statement", () => {
  it.each([
    ["as it was downloaded", "header.pay-load_.signature"],
    ["folded over lines", "header.\r\n  pay-load_\r\n .signature\n"],
    ["with a byte order mark and blanks around it", "\uFEFF header.pay-load_.signature \t"],
    ["redacted", Redacted.make("header.pay-load_.signature")]
  ])("%s is accepted", (_, statement) => {
    expect(Redacted.value(readSoftwareStatement(statement))).toBe("header.pay-load_.signature")
  })

  it.each([
    ["in quotes", '"header.payload.signature"', 'the character " (U+0022)'],
    ["with a zero width space", "header.pay\u200Bload.signature", "the character U+200B"],
    ["with a zero width space at its end", "header.payload.signature\u200B", "the character U+200B"],
    ["with NUL", "header.payload\0.signature", "the character U+0000"],
    ["as a line of an .env file", "KEY=header.payload.signature", "the character = (U+003D)"],
    ["with padding", "header.payload==.signature", "the character = (U+003D)"],
    ["percent-encoded", "header%2Epayload%2Esignature", "the character % (U+0025)"],
    ["with a trailing comma", "header.payload.signature,", "the character , (U+002C)"],
    ["with a blank inside a line", "header.pay load.signature", "the character U+0020"],
    ["in base64", "header.pay+load.signature", "the character + (U+002B)"],
    ["with a character beyond the first plane", "header.payload.signature\u{1F511}", "the character U+1F511"],
    ["with a Cyrillic letter", "he\u0430der.payload.signature", "the character U+0430"],
    ["as a bearer header", "Bearer header.payload.signature", "the character U+0020"],
    ["of two parts", "header.payload", "2 parts separated by dots instead of three"],
    ["of five parts", "a.b.c.d.e", "5 parts separated by dots instead of three"],
    ["with an empty part", "header..signature", "an empty part between its dots"],
    ["with an empty last part", "header.payload.", "an empty part between its dots"],
    ["that is empty", " \n ", "is empty"],
    ["that is null", null, "is not a string"],
    ["that is undefined", undefined, "is not a string"],
    ["that is a number", 12, "is not a string"],
    ["that is redacted null", Redacted.make(null), "is not a string"]
  ])("%s is refused, and the error says what was found", (_, statement, found) => {
    const { reason, message } = refusalOf(statement)
    expect(reason).toMatchObject({ _tag: "InvalidConfiguration", field: "softwareStatement" })
    expect(message).toContain(found)
    expect(message).not.toContain("signature")
    expect(message).toContain("Pass the JWT that the TVE Dashboard offers for download, and nothing around it.")
  })
})
