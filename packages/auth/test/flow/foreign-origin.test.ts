import { describe, expect, it } from "vitest"
import { answer } from "../fake-server/fake-adobe-pass.ts"
import { configurationPath, failureOf, origin, World } from "./device.ts"

const redirectTo =
  (location: string, status = 302) =>
  () =>
    new Response(null, { status, headers: { Location: location } })

const secretHeaders = [
  "authorization",
  "ap-device-identifier",
  "x-device-info",
  "x-forwarded-for",
  "ad-service-token",
  "ap-visitor-identifier"
]

/** Names of the headers that must stay within the origin, as the last request carried them. */
const carried = (world: World): ReadonlyArray<string> => {
  const headers = world.server.arrivals.at(-1)?.request.headers
  return secretHeaders.filter((name) => headers?.has(name))
}

const lastUrl = (world: World): string | undefined => world.server.arrivals.at(-1)?.request.url

describe("rule 14: no token leaves the configured origin", () => {
  it.each([
    "https://evil.example/api/v2/REF30/configuration",
    "//evil.example/",
    "http://sp.auth.adobe.com/api/v2/REF30/configuration",
    "https://sp.auth.adobe.com:8443/",
    "https://sp.auth.adobe.com.evil.example/",
    "https://api.auth.adobe.com/"
  ])("%s is refused before any request", async (url) => {
    const world = new World()
    const app = world.start()
    const error = await failureOf(app.call(url))
    expect(error.reason).toStrictEqual({
      _tag: "ForeignOrigin",
      origin: new URL(url, origin).origin,
      expectedOrigin: origin
    })
    expect(world.server.arrivals).toHaveLength(0)
  })

  it("a Request of another origin is refused as well", async () => {
    const error = await failureOf(new World().start().fetch(new Request("https://evil.example/path?query")))
    expect(error.reason._tag).toBe("ForeignOrigin")
    expect(error.message).not.toContain("query")
  })

  it.each([
    ["a path", configurationPath],
    ["an absolute URL", `${origin}${configurationPath}`],
    ["a URL object", new URL(configurationPath, origin)],
    ["a Request", new Request(`${origin}${configurationPath}`)]
  ])("%s of the configured origin gets the token", async (_, input) => {
    const world = new World()
    const app = world.start()
    expect((await world.clock.finish(app.fetch(input))).status).toBe(200)
    expect(world.server.bearers).toStrictEqual(["Bearer CANARY-token-1"])
  })

  it.each([
    ["from the warm path", true],
    ["from a cold start", false]
  ])("a redirect to another origin loses the token and all headers about device and viewer, %s", async (_, warm) => {
    const world = new World()
    const app = world.start({ application: { forwardedFor: "203.45.101.20" } })
    if (warm) await app.token()
    world.server.next("call", redirectTo("https://evil.example/"), answer(200, {}))
    const headers = { "AD-Service-Token": "CANARY", "AP-Visitor-Identifier": "visitor", Accept: "application/json" }
    await app.call(configurationPath, { headers })
    expect([lastUrl(world), carried(world)]).toStrictEqual(["https://evil.example/", []])
    expect(world.server.arrival(-1).request.headers.get("Accept")).toBe("application/json")
  })

  it.each(["/o/client/register", "/o/client/token"])(
    "a redirect of %s is not followed, as the body is the secret",
    async (path) => {
      const world = new World()
      const operation = path === "/o/client/token" ? "token" : "register"
      world.server.next(operation, redirectTo("https://evil.example/", 307))
      const response = await world.start().call(path, { method: "POST", body: "CANARY" })
      expect([response.status, world.server.arrivals.length]).toStrictEqual([307, 1])
      expect(world.server.arrival(0).request.redirect).toBe("manual")
    }
  )

  it("a 401 of the other origin refreshes nothing", async () => {
    const world = new World()
    world.server.next("call", redirectTo("https://evil.example/"), answer(401, ""))
    expect((await world.start().call()).status).toBe(401)
    expect([world.server.count("token"), world.server.count("call")]).toStrictEqual([1, 2])
  })

  it("a redirect within the origin keeps the token, and is replayed after a 401", async () => {
    const world = new World()
    world.server.next("call", redirectTo("/api/v2/REF30/moved", 308), answer(401, ""))
    expect((await world.start().call()).status).toBe(200)
    expect([lastUrl(world), carried(world)]).toStrictEqual([
      "https://sp.auth.adobe.com/api/v2/REF30/moved",
      ["authorization", "ap-device-identifier"]
    ])
  })

  it.each([
    [302, "POST", "GET", ""],
    [303, "POST", "GET", ""],
    [307, "POST", "POST", "body"],
    [308, "POST", "POST", "body"]
  ])("a %i turns a %s into a %s", async (status, method, redirectedMethod, body) => {
    const world = new World()
    world.server.next("call", redirectTo("/api/v2/REF30/moved", status))
    await world.start().call(configurationPath, { method, body: "body" })
    const last = world.server.arrivals.at(-1)
    expect([last?.request.method, last?.body]).toStrictEqual([redirectedMethod, body])
  })

  it("an endless chain ends", async () => {
    const world = new World()
    world.server.next("call", ...Array.from({ length: 50 }, () => redirectTo("/api/v2/REF30/again")))
    await expect(world.start().call()).rejects.toThrow(
      new TypeError("Failed to follow a redirect: there were more than 20 in a row. Check the origin.")
    )
    expect(world.server.count("call")).toBe(21)
  })

  it("the redirect that a browser does not show is followed without the token", async () => {
    const world = new World()
    // Only a browser makes a response of this type.
    world.server.next("call", () => Object.defineProperty(new Response(), "type", { value: "opaqueredirect" }))
    await world.start().call()
    expect(carried(world)).toStrictEqual([])
    expect(world.server.arrivals.map(({ request }) => request.redirect)).toStrictEqual([
      "manual",
      "manual",
      "manual",
      "follow"
    ])
  })
})
