import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { absoluteUrl, isRepeatable } from "./url-request.ts"

const origin = "https://sp.auth.adobe.com"

const outcome = (read: () => string): string => {
  try {
    return read()
  } catch (thrown) {
    return String(thrown)
  }
}

describe("absoluteUrl", () => {
  it.each([
    "/api/v2/REF30/configuration",
    `${origin}/api/v2/REF30/configuration?a=b%20c`,
    "/api/v2/../o/client/token",
    "/api/v2/%2e%2e/x",
    "//other.example/x",
    "/a//b",
    "api/v2",
    "?a=b",
    "",
    "/a b",
    "/a\\b",
    "https://other.example/x",
    `${origin}.evil.example/x`
  ])("reads %j as the platform does", (input) => {
    expect(absoluteUrl(input, origin)).toBe(new URL(input, `${origin}/`).href)
  })

  it("reads any path and any URL as the platform does", () => {
    const part = fc.constantFrom(
      "/",
      ".",
      "..",
      "%2e",
      "%",
      "a",
      "Z9",
      "~",
      "-",
      "_",
      "?",
      "=",
      "&",
      "#",
      " ",
      "\\",
      "é",
      ":",
      "@"
    )
    const path = fc.array(part).map((parts) => `/${parts.join("")}`)
    fc.assert(
      fc.property(path, fc.constantFrom("", origin), (input, before) => {
        const url = before + input
        expect(outcome(() => absoluteUrl(url, origin))).toBe(outcome(() => new URL(url, `${origin}/`).href))
      })
    )
  })
})

describe("isRepeatable", () => {
  it.each([
    [undefined, true],
    [{ method: "POST", body: "text" }, true],
    [{ body: null, signal: null }, true],
    [{ method: "POST", body: new Uint8Array(1) }, false],
    [{ signal: new AbortController().signal }, false]
  ])("%o: %s", (init, expected) => {
    expect(isRepeatable(init)).toBe(expected)
  })
})
