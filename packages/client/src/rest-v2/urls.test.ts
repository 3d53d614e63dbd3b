import { describe, expect, it, onTestFinished, vi } from "vitest"
import { absoluteUrl, authenticationUrl } from "./urls.ts"

const origin = "https://sp.auth-staging.adobe.com"

describe("absoluteUrl", () => {
  it.each([
    ["/api/v2/authenticate/REF30/8ER640M", `${origin}/api/v2/authenticate/REF30/8ER640M`],
    [
      "/adobe-services/logout?redirect_url=http%3A%2F%2Fadobe.com",
      `${origin}/adobe-services/logout?redirect_url=http%3A%2F%2Fadobe.com`
    ],
    ["//cdn.example/logout", "https://cdn.example/logout"]
  ])("resolves %s against the origin that was called", (url, absolute) => {
    expect(absoluteUrl(url, origin)).toBe(absolute)
  })

  it("returns an absolute one unchanged, without the platform's URL", () => {
    const url = "https://sp.auth.adobe.com/adobe-services/logout?redirect_url=http%3A%2F%2Fadobe.com"
    vi.stubGlobal(
      "URL",
      class {
        readonly href: string
        constructor(text: string) {
          this.href = `${text}/`
        }
      }
    )
    onTestFinished(() => void vi.unstubAllGlobals())
    expect(absoluteUrl(url, origin)).toBe(url)
  })

  it.each([undefined, null, "", "https://"])("finds none in %j", (url) => {
    expect(absoluteUrl(url, origin)).toBeUndefined()
  })
})

describe("a server with a base path", () => {
  const pass = { baseUrl: "https://gateway.example/pass/" }

  it("is what relative addresses count from", () => {
    expect(absoluteUrl("/api/v2/authenticate/R/C", pass)).toBe("https://gateway.example/pass/api/v2/authenticate/R/C")
    expect(authenticationUrl({ origin: pass, serviceProvider: "R", code: "C" })).toBe(
      "https://gateway.example/pass/api/v2/authenticate/R/C"
    )
  })
})

describe("authenticationUrl", () => {
  it("takes an origin with a slash at its end, as the clients do", () => {
    expect(authenticationUrl({ origin: `${origin}/`, serviceProvider: "REF30", code: "8ER640M" })).toBe(
      `${origin}/api/v2/authenticate/REF30/8ER640M`
    )
  })

  it("puts the service provider and what the user typed into the path", () => {
    expect(authenticationUrl({ origin, serviceProvider: "REF 30", code: "8er/640?" })).toBe(
      `${origin}/api/v2/authenticate/REF%2030/8er%2F640%3F`
    )
  })
})
