import { describe, expect, it } from "vitest"
import { AuthError } from "../../src/errors/index.ts"
import { answer, type Reply } from "../fake-server/fake-adobe-pass.ts"
import { configurationPath, origin, rejectionOf, World } from "./device.ts"

// The cases of the web platform tests, fetch/api/redirect, as far as the auth layer decides them: redirect-count,
// -empty-location, -location, -method, -mode, -origin, -schemes, -to-dataurl, -upload and
// fetch/api/credentials/authentication-redirection.

const redirect =
  (status: number, location: string | undefined, headers: Record<string, string> = {}): Reply =>
  () =>
    new Response(null, { status, headers: { ...headers, ...(location !== undefined && { Location: location }) } })

const moved = "/api/v2/REF30/moved"
const elsewhere = "https://elsewhere.example/page"

const lastRequest = (world: World): Request => world.server.arrival(-1).request

describe("rule 14: redirects are the platform's", () => {
  it.each([301, 302, 303, 307, 308])("HTTP %i is followed", async (status) => {
    const world = new World()
    world.server.next("call", redirect(status, moved))
    expect((await world.start().call()).status).toBe(200)
    expect(lastRequest(world).url).toBe(origin + moved)
  })

  it.each([300, 304, 305, 306, 309, 399])("HTTP %i with a Location is a response", async (status) => {
    const world = new World()
    world.server.next("call", redirect(status, moved))
    expect((await world.start().call()).status).toBe(status)
    expect(world.server.count("call")).toBe(1)
  })

  it.each([301, 302, 303, 307, 308])("HTTP %i without a Location is a response", async (status) => {
    const world = new World()
    world.server.next("call", redirect(status, undefined))
    expect((await world.start().call()).status).toBe(status)
  })

  const methods: ReadonlyArray<[status: number, method: string, redirected: string]> = [
    [301, "GET", "GET"],
    [301, "POST", "GET"],
    [301, "HEAD", "HEAD"],
    [301, "PUT", "PUT"],
    [302, "GET", "GET"],
    [302, "POST", "GET"],
    [302, "HEAD", "HEAD"],
    [302, "PUT", "PUT"],
    [303, "GET", "GET"],
    [303, "POST", "GET"],
    [303, "HEAD", "HEAD"],
    [303, "PUT", "GET"],
    [307, "GET", "GET"],
    [307, "POST", "POST"],
    [307, "HEAD", "HEAD"],
    [307, "PUT", "PUT"],
    [308, "GET", "GET"],
    [308, "POST", "POST"],
    [308, "HEAD", "HEAD"],
    [308, "PUT", "PUT"]
  ]
  it.each(methods)("HTTP %i turns %s into %s", async (status, method, redirected) => {
    const world = new World()
    world.server.next("call", redirect(status, moved))
    const hasBody = method === "POST" || method === "PUT"
    const headers = { "Content-Type": "text/plain", "Content-Language": "en", "X-Kept": "1" }
    await world.start().call(configurationPath, { method, headers, ...(hasBody && { body: "body" }) })
    const { request, body } = world.server.arrival(-1)
    expect([request.method, body]).toStrictEqual([redirected, redirected === method && hasBody ? "body" : ""])
    const keepsBodyHeaders = redirected === method
    expect([...request.headers.keys()].filter((name) => /^content-|^x-kept/.test(name))).toStrictEqual(
      keepsBodyHeaders ? ["content-language", "content-type", "x-kept"] : ["x-kept"]
    )
  })

  it.each([
    ["relative", "moved?q=1", `${origin}/api/v2/REF30/moved?q=1`],
    ["without a scheme", "//sp.auth.adobe.com/moved", `${origin}/moved`],
    ["of a query alone", "?q=1", `${origin}${configurationPath}?q=1`],
    ["with a fragment", `${moved}#there`, `${origin}${moved}#there`],
    ["with a space", "/api/v2/REF30/mo ved", `${origin}/api/v2/REF30/mo%20ved`]
  ])("a Location %s is resolved", async (_, location, url) => {
    const world = new World()
    world.server.next("call", redirect(302, location))
    await world.start().call()
    expect(lastRequest(world).url).toBe(url)
  })

  it("a Location without a fragment inherits that of the request", async () => {
    const world = new World()
    world.server.next("call", redirect(302, moved))
    await world.start().call(`${configurationPath}#here`)
    expect(lastRequest(world).url).toBe(`${origin}${moved}#here`)
  })

  it.each([
    ["data:", "data:text/plain,SECRET-PATH"],
    ["blob:", "blob:https://sp.auth.adobe.com/SECRET-PATH"],
    ["file:", "file:///SECRET-PATH"],
    ["javascript:", "javascript:alert('SECRET-PATH')"],
    ["an application's scheme", "app://SECRET-PATH"],
    ["no address at all", "https://[SECRET-PATH"],
    ["credentials for another origin", "https://user:SECRET-PATH@elsewhere.example/"]
  ])("a Location with %s rejects as the platform does, without its address", async (_, location) => {
    const world = new World()
    world.server.next("call", redirect(302, location))
    const thrown = await rejectionOf(world.start().call())
    expect(thrown).toBeInstanceOf(TypeError)
    expect(String(thrown)).not.toContain("SECRET-PATH")
    expect(Object.keys(Object(thrown))).toStrictEqual([])
    expect(world.server.count("call")).toBe(1)
  })

  it("credentials for the configured origin are left out: there is the token", async () => {
    const world = new World()
    world.server.next("call", redirect(302, "https://user:password@sp.auth.adobe.com/moved"))
    expect((await world.start().call()).status).toBe(200)
    expect(lastRequest(world).url).toBe(`${origin}/moved`)
  })

  it.each([
    [20, "resolves"],
    [21, "rejects"]
  ])("a chain of %i %s", async (length, outcome) => {
    const world = new World()
    world.server.next("call", ...Array.from({ length }, () => redirect(302, moved)))
    const result = await world
      .start()
      .call()
      .then(
        () => "resolves",
        (thrown: unknown) => (thrown instanceof TypeError ? "rejects" : thrown)
      )
    expect(result).toBe(outcome)
    expect(world.server.count("call")).toBe(21)
  })

  it("an empty Location leads to the same address", async () => {
    const world = new World()
    world.server.next("call", redirect(302, ""))
    expect((await world.start().call()).status).toBe(200)
    expect(lastRequest(world).url).toBe(origin + configurationPath)
  })

  it.each([301, 302, 303, 307, 308])("redirect: manual shows HTTP %i", async (status) => {
    for (const warm of [true, false]) {
      const world = new World()
      const app = world.start()
      if (warm) await app.token()
      world.server.next("call", redirect(status, moved))
      const response = await app.call(configurationPath, { redirect: "manual" })
      expect([response.status, response.headers.get("Location")]).toStrictEqual([status, moved])
      expect([world.server.count("call"), lastRequest(world).redirect]).toStrictEqual([1, "manual"])
    }
  })

  it.each([301, 302, 303, 307, 308])("redirect: error rejects HTTP %i", async (status) => {
    for (const warm of [true, false]) {
      const world = new World()
      const app = world.start()
      if (warm) await app.token()
      world.server.next("call", redirect(status, moved))
      expect(await rejectionOf(app.call(configurationPath, { redirect: "error" }))).toBeInstanceOf(TypeError)
      expect(world.server.count("call")).toBe(1)
    }
  })

  it("redirect: manual and error let a response pass that is no redirect", async () => {
    const world = new World()
    const app = world.start()
    expect((await app.call(configurationPath, { redirect: "manual" })).status).toBe(200)
    expect((await app.call(configurationPath, { redirect: "error" })).status).toBe(200)
  })

  it("a stream is not sent again by HTTP 307 and 308", async () => {
    for (const status of [307, 308]) {
      const world = new World()
      world.server.next("call", redirect(status, moved))
      const init: RequestInit & { duplex: "half" } = {
        method: "POST",
        body: new Blob(["body"]).stream(),
        duplex: "half"
      }
      expect(await rejectionOf(world.start().call(configurationPath, init))).toBeInstanceOf(TypeError)
      expect(world.server.count("call")).toBe(1)
    }
  })

  it("a stream is dropped by HTTP 303", async () => {
    const world = new World()
    world.server.next("call", redirect(303, moved))
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: new Blob(["body"]).stream(), duplex: "half" }
    expect((await world.start().call(configurationPath, init)).status).toBe(200)
    expect(lastRequest(world).method).toBe("GET")
  })
})

describe("rule 14: no body leaves the configured origin", () => {
  it.each([
    [301, "PUT"],
    [302, "PUT"],
    [307, "POST"],
    [307, "PUT"],
    [308, "POST"]
  ])("HTTP %i of a %s to another origin is refused", async (status, method) => {
    for (const body of ["SAMLResponse=CANARY", new URLSearchParams({ SAMLResponse: "CANARY" })]) {
      const world = new World()
      world.server.next("call", redirect(status, elsewhere))
      const error = await rejectionOf(world.start().call(configurationPath, { method, body }))
      expect(error instanceof AuthError && error.reason).toStrictEqual({
        _tag: "ForeignOrigin",
        origin: "https://elsewhere.example",
        expectedOrigin: origin
      })
      expect(world.server.count("call")).toBe(1)
    }
  })

  it.each([301, 302, 303])("HTTP %i of a POST to another origin leaves without it", async (status) => {
    const world = new World()
    world.server.next("call", redirect(status, elsewhere), answer(200, {}))
    await world.start().call(configurationPath, { method: "POST", body: "SAMLResponse=CANARY" })
    const { request, body } = world.server.arrival(-1)
    expect([request.url, request.method, body, request.headers.has("Authorization")]).toStrictEqual([
      elsewhere,
      "GET",
      "",
      false
    ])
  })

  it("a POST whose redirect a browser hides is refused, since its target may be any", async () => {
    const world = new World()
    world.server.next("call", () => Object.defineProperty(new Response(), "type", { value: "opaqueredirect" }))
    const error = await rejectionOf(world.start().call(configurationPath, { method: "POST", body: "CANARY" }))
    expect(error instanceof AuthError && error.reason._tag).toBe("ForeignOrigin")
    expect(world.server.count("call")).toBe(1)
  })
})
