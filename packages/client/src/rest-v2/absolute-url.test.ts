import { describe, expect, it } from "vitest"
import { absoluteUrl } from "./absolute-url.ts"
import { authenticationUrl } from "./authentication-url.ts"

const origin = "https://sp.auth-staging.adobe.com"

describe("absoluteUrl", () => {
  it.each([
    ["/api/v2/authenticate/REF30/8ER640M", `${origin}/api/v2/authenticate/REF30/8ER640M`],
    [
      "/adobe-services/logout?redirect_url=http%3A%2F%2Fadobe.com",
      `${origin}/adobe-services/logout?redirect_url=http%3A%2F%2Fadobe.com`
    ],
    ["https://sp.auth.adobe.com/adobe-services/logout", "https://sp.auth.adobe.com/adobe-services/logout"]
  ])("resolves %s against the origin that was called", (url, absolute) => {
    expect(absoluteUrl(url, origin)).toBe(absolute)
  })

  it.each([undefined, null, "", "https://"])("finds none in %j", (url) => {
    expect(absoluteUrl(url, origin)).toBeUndefined()
  })
})

describe("authenticationUrl", () => {
  it("puts the service provider and what the user typed into the path", () => {
    expect(authenticationUrl({ origin, serviceProvider: "REF 30", code: "8er/640?" })).toBe(
      `${origin}/api/v2/authenticate/REF%2030/8er%2F640%3F`
    )
  })
})
