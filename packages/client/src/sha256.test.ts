import { createHash, randomBytes } from "node:crypto"
import { describe, expect, it } from "vitest"
import { sha256 } from "./sha256.ts"

const reference = (message: string | Uint8Array): string => createHash("sha256").update(message).digest("hex")

describe("sha256", { retry: 0 }, () => {
  it("computes the documented example of a TempPass identity", () => {
    expect(sha256("user@domain.com")).toBe("f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7")
  })

  it("equals node:crypto for every length across several block boundaries", () => {
    for (let length = 0; length <= 260; length++) {
      const bytes = randomBytes(length)
      expect(sha256(bytes)).toBe(reference(bytes))
    }
  })

  it("equals node:crypto on 4000 random byte strings", () => {
    for (let index = 0; index < 4000; index++) {
      const bytes = randomBytes(Math.floor(Math.random() * 300))
      expect(sha256(bytes)).toBe(reference(bytes))
    }
  })

  it("hashes the UTF-8 bytes of 2000 random strings, lone surrogates as the replacement character", () => {
    for (let index = 0; index < 2000; index++) {
      const units = Array.from({ length: Math.floor(Math.random() * 60) }, () => Math.floor(Math.random() * 0x10000))
      const text = String.fromCharCode(...units)
      expect(sha256(text)).toBe(reference(text))
    }
  })

  it("equals node:crypto on a megabyte", () => {
    const bytes = randomBytes(1_000_003)
    expect(sha256(bytes)).toBe(reference(bytes))
  })

  it("leaves its input and a view's surroundings alone", () => {
    const buffer = randomBytes(96)
    const copy = Uint8Array.from(buffer)
    expect(sha256(buffer.subarray(16, 48))).toBe(reference(copy.subarray(16, 48)))
    expect(Uint8Array.from(buffer)).toEqual(copy)
  })
})
