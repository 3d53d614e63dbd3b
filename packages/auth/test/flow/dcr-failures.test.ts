import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { answer, tooManyRequests } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World } from "./device.ts"

const operations = ["register", "token"] as const

describe("rule 19: failures of DCR calls that pass by themselves", () => {
  it.each([
    ["a captive portal", 302, "<html>Sign in to this network</html>"],
    ["a firewall", 403, "<html>Forbidden</html>"],
    ["a firewall that speaks JSON", 403, { status: 403, error: "Forbidden", path: "/o/client/register" }],
    ["a gateway without the route", 404, "<html>Not Found</html>"],
    ["a proxy with a small limit", 413, ""],
    ["a filter of the country", 451, ""],
    ["a busy server", 400, { error: "temporarily_unavailable" }],
    ["a proxy that does not understand", 400, "<html>Bad Request</html>"],
    ["a login page of a proxy", 401, "<html>Unauthorized</html>"]
  ])("%s responds with HTTP %i: not repeated at once, but later", async (_, status, body) => {
    for (const operation of operations) {
      const world = new World()
      world.server.next(operation, answer(status, body))
      const error = await failureOf(world.start().token())
      expect(error.reason).toMatchObject({ status })
      expect(error.retry).toStrictEqual({ _tag: "AfterDelay", milliseconds: 5_000 })
      expect(world.server.count(operation)).toBe(1)
    }
  })

  it.each([408, 425, 500, 502, 503, 504])("HTTP %i is repeated", async (status) => {
    for (const operation of operations) {
      const world = new World()
      world.server.next(operation, answer(status, { error: "invalid_client" }))
      const app = world.start()
      await app.token()
      expect([world.server.count(operation), world.server.count("register")]).toStrictEqual([
        2,
        operation === "register" ? 2 : 1
      ])
    }
  })

  it.each([404, 408, 413, 425, 500, 503])("a code with HTTP %i replaces no credentials (rule 4)", async (status) => {
    const world = new World()
    const invalid = answer(status, { error: "invalid_client" })
    world.server.next("token", invalid, invalid, invalid, invalid)
    expect((await failureOf(world.start().token())).reason).toMatchObject({ _tag: "TokenFailed", status })
    expect(world.server.count("register")).toBe(1)
  })

  it.each([
    ["3", 3_000],
    ["20", 20_000]
  ])("a Retry-After of %s s with HTTP 503 is respected", async (seconds, least) => {
    for (const operation of operations) {
      const world = new World()
      world.server.next(operation, () => new Response("", { status: 503, headers: { "Retry-After": seconds } }))
      await world.start().token()
      const [first, second] = world.server.arrivals.filter((arrival) => arrival.operation === operation)
      const wait = (second?.at ?? 0) - (first?.at ?? 0)
      expect(wait).toBeGreaterThanOrEqual(least)
      expect(wait).toBeLessThanOrEqual(least + 500)
    }
  })

  it("a Retry-After beyond the deadline is an error that says when", async () => {
    const world = new World()
    world.server.next("token", () => new Response("", { status: 503, headers: { "Retry-After": "600" } }))
    const error = await failureOf(world.start().token())
    const epochMilliseconds = world.clock.currentTimeMillisUnsafe() + 600_000
    expect(error.reason).toMatchObject({ _tag: "TokenFailed", status: 503, retryAt: epochMilliseconds })
    expect(error.retry).toStrictEqual({ _tag: "AtTime", epochMilliseconds })
    expect([world.server.count("token"), world.clock.elapsed]).toStrictEqual([1, 0])
  })

  it.each([
    ["register", "register the client"],
    ["token", "retrieve an access token"]
  ] as const)("a throttled %s names itself", async (operation, goal) => {
    const world = new World()
    world.server.next(operation, tooManyRequests, tooManyRequests, tooManyRequests)
    expect((await failureOf(world.start().token())).message).toContain(
      `Failed to ${goal}: the server responded with HTTP 429`
    )
  })

  it("is sent past every cache", async () => {
    const world = new World()
    await world.start().token()
    expect(world.server.arrivals.map(({ request }) => request.cache)).toStrictEqual(["no-store", "no-store"])
  })
})

const secretOf = (body: string): string => new URLSearchParams(body).get("client_secret") ?? ""

describe("rule 21: what was sent is not repeated, regardless of its length", () => {
  it.each([
    ["the whole secret", (secret: string) => secret],
    ["its beginning", (secret: string) => secret.slice(0, 6)],
    ["a code with the secret in it", (secret: string) => `invalid_${secret}`]
  ])("by a server that returns %s as a code of token", async (_, codeOf) => {
    const world = new World()
    const secret = "ab_cd_ef"
    world.server.next(
      "register",
      answer(201, { client_id: "client-9", client_secret: secret, scopes: ["api:client:v2"] })
    )
    world.server.next(
      "token",
      async (request) =>
        answer(400, { error: codeOf(secretOf(await request.clone().text())) })(request) ?? Response.error()
    )
    const app = world.start()
    const error = await failureOf(app.token())
    expect(error.reason).toMatchObject({ _tag: "TokenFailed", serverCode: undefined })
    for (const output of [inspect(error, { depth: 10 }), JSON.stringify(error), JSON.stringify(app.seen)]) {
      expect(output).not.toContain("ab_cd")
    }
  })

  it("by a server that returns a part of the statement as a code of register", async () => {
    const world = new World()
    world.server.next("register", answer(400, { error: "pay_load" }))
    const error = await failureOf(world.start({ application: { softwareStatement: "head.pay_load.sign" } }).token())
    expect(error.reason).toMatchObject({ _tag: "RegistrationFailed", serverCode: undefined })
  })

  it("by a protected call that returns the token as its code", async () => {
    const world = new World()
    const token = "t0k3n_ab"
    const issued = answer(201, { access_token: token, expires_in: 3600 })
    world.server.next("token", issued, issued, issued)
    const rejected = answer(401, { action: "application-registration", code: token })
    world.server.next("call", rejected, rejected, rejected)
    const app = world.start()
    const error = await failureOf(app.call())
    expect(error.reason).toMatchObject({ _tag: "AccessTokenRejected", enhancedErrorCode: "application-registration" })
    const stored = world.record(app.application.key, "registration-guard") ?? ""
    for (const output of [inspect(error, { depth: 10 }), JSON.stringify(app.seen), stored]) {
      expect(output).not.toContain(token)
    }
  })

  it.each(["no code: CANARY", "UPPER_CASE", "a".repeat(65), "two words", "code", "1_a", "a_", "<b>"])(
    "%j is no code",
    async (error) => {
      const world = new World()
      world.server.next("register", answer(400, { error }))
      expect((await failureOf(world.start().token())).reason).toMatchObject({ serverCode: undefined })
    }
  )

  it.each(["no code: CANARY", "a".repeat(65), "two words", "9_code"])("%j is no enhanced error code", async (code) => {
    const world = new World()
    const rejected = answer(401, { action: "application-registration", code })
    world.server.next("call", rejected, rejected, rejected)
    expect((await failureOf(world.start().call())).reason).toMatchObject({
      enhancedErrorCode: "application-registration"
    })
  })
})
