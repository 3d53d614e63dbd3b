import { describe, expect, it } from "@effect/vitest"
import * as Redacted from "effect/Redacted"
import {
  credentialsRecord,
  formatRecord,
  guardRecord,
  parseRecord,
  tokenRecord,
  type RecordKind
} from "./record-format.ts"

const credentials = {
  clientId: "s6BhdRkqt3",
  clientSecret: Redacted.make("t7AkePiru4"),
  grantTypes: ["client_credentials"],
  scopes: ["api:client:v2"],
  registeredAt: 1_723_227_212_000
}
const token = {
  value: Redacted.make("2YotnFZFEjr1zCsicMWpAA"),
  clientId: "s6BhdRkqt3",
  receivedAt: 1_752_148_106_000,
  expiresAt: 1_752_169_706_000,
  createdAt: 1_752_148_106_221,
  id: "a932f8f0-210a-41a4-b2a8-377751f6b76f"
}
const guard = { lastRegistrationAt: 1_723_227_212_000, reason: "invalid_client" }

/** A kind together with a value of it, whatever its type. */
const sample = <Value extends object>(kind: RecordKind<Value>, value: Value) => ({
  name: kind.name,
  text: formatRecord(kind, value),
  parse: (text: string | undefined) => parseRecord(kind, "key", text),
  value
})

const samples = [sample(credentialsRecord, credentials), sample(tokenRecord, token), sample(guardRecord, guard)]

describe.each(samples)("the $name record", ({ name, text, parse, value }) => {
  it("is read as it was written", () => {
    expect(parse(text)).toEqual({ _tag: "Found", value })
  })

  it("is missing where nothing is stored", () => {
    expect(parse(undefined)).toEqual({ _tag: "Missing" })
  })

  it("is unreadable when truncated at any byte (rule 3)", () => {
    const bytes = new TextEncoder().encode(text)
    for (let length = 0; length < bytes.length; length++) {
      const truncated = new TextDecoder().decode(bytes.subarray(0, length))
      expect(parse(truncated)._tag, `of length ${length}`).toBe("Unreadable")
    }
  })

  it("is unreadable when any bit of any byte is flipped (rule 3)", () => {
    const bytes = new TextEncoder().encode(text)
    for (let position = 0; position < bytes.length; position++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = Uint8Array.from(bytes)
        flipped[position] = (bytes[position] ?? 0) ^ (1 << bit)
        const found = parse(new TextDecoder().decode(flipped))
        expect(found._tag, `bit ${bit} of byte ${position}`).toBe("Unreadable")
      }
    }
  })

  it("is unreadable under the key of another kind", () => {
    for (const other of samples) {
      if (other.name === name) continue
      expect(parse(other.text)).toEqual({ _tag: "Unreadable", key: "key", problem: "checksum" })
    }
  })

  it("is unreadable in another format version", () => {
    const newer = text.replace('"format":1', '"format":2')
    expect(parse(newer)).toEqual({ _tag: "Unreadable", key: "key", problem: "version" })
  })

  it.each(["", "null", "[]", "{}", '"text"', "42", "<html>", '{"client_id":"a","client_secret":"b"}', "\u0000"])(
    "is not confused with %j",
    (foreign) => {
      expect(parse(foreign)).toEqual({ _tag: "Unreadable", key: "key", problem: "foreign" })
    }
  )
})
