import { describe, expect, it } from "vitest"
import { answer, tooManyRequests } from "../fake-server/fake-adobe-pass.ts"
import { anchoredWindows } from "../throttle/server-models.ts"
import { defaultAuthPolicy } from "../../src/policy/index.ts"
import { defaultThrottleLimits, makeThrottle } from "../../src/throttle/index.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"
import { configurationPath, failureOf, rejectionOf, World } from "./device.ts"

const refuse = (count: number) => Array.from({ length: count }, () => tooManyRequests)

/** Times from each 429 to the next request that reached the server. */
const waitsAfter429 = (world: World): ReadonlyArray<number> =>
  world.server.arrivals
    .filter(({ status }) => status === 429)
    .map(({ answeredAt = Number.NaN }) => {
      const next = world.server.arrivals.find(({ at }) => at > answeredAt)
      return (next?.at ?? Number.NaN) - answeredAt
    })

describe("rule 16: a 429", () => {
  it("is waited out for 1000 ms at least, jitter on top, and then the call succeeds", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", ...refuse(2))
    expect((await app.call()).status).toBe(200)
    const [first = Number.NaN, second = Number.NaN] = waitsAfter429(world)
    expect(first).toBeGreaterThanOrEqual(1000)
    expect(first).toBeLessThanOrEqual(1050)
    expect(second).toBeGreaterThanOrEqual(2000)
    expect(app.happened()).toContain("request-throttled")
  })

  it.each([
    [0, 1000],
    [0.5, 1025],
    [1 - 2 ** -53, 1050]
  ])("of register, token or a call holds %s of the jitter more than a second", async (random, expected) => {
    const world = new World()
    const app = world.start({ policy: { random: () => random } })
    for (const operation of ["register", "token", "call"] as const) world.server.next(operation, tooManyRequests)
    expect((await app.call()).status).toBe(200)
    expect(waitsAfter429(world)).toStrictEqual([expected, expected, expected])
  })

  it("holds 1025.5 ms on average, and never less than a second", () => {
    const { throttledJitter } = defaultAuthPolicy
    const throttle = makeThrottle(defaultThrottleLimits, new VirtualClock())
    const holds = Array.from({ length: 5_000 }, (_, index) =>
      throttle.rejected("device", 0, ((index + 0.5) / 5_000) * throttledJitter)
    )
    expect([Math.min(...holds), Math.max(...holds)]).toStrictEqual([1001, 1050])
    expect(holds.reduce((sum, hold) => sum + hold, 0) / holds.length).toBe(1025.5)
  })

  it.each([
    ["of a call that waits for its token", false],
    ["of a call with a token at hand", true]
  ])("three in a row %s are a typed error with the time to wait", async (_, isWarm) => {
    const world = new World()
    const app = world.start()
    if (isWarm) await app.token()
    world.server.next("call", ...refuse(3))
    const error = await failureOf(app.call())
    expect(error.reason).toMatchObject({ _tag: "Throttled", by: "server" })
    expect(error.attempts).toBe(3)
    const retryAt = error.reason._tag === "Throttled" ? error.reason.retryAt : Number.NaN
    expect(retryAt - world.clock.currentTimeMillisUnsafe()).toBeGreaterThanOrEqual(1000)
    expect(world.server.count("call")).toBe(3)
  })

  it("holds the whole device: nothing of it leaves meanwhile", async () => {
    const world = new World()
    const app = world.start({ throttle: {} })
    await app.token()
    world.server.next("call", tooManyRequests)
    const calls = [app.fetch(configurationPath)]
    await world.clock.advance(100)
    calls.push(app.fetch(configurationPath), app.fetch(configurationPath))
    await world.clock.finish(Promise.all(calls))
    expect(waitsAfter429(world)[0]).toBeGreaterThanOrEqual(1000)
    const after = world.server.arrivals.filter(({ at }) => at > 0).map(({ at }) => at)
    expect(after.slice(1).every((at, index) => at - (after[index] ?? 0) >= 1000)).toBe(true)
  })

  it.each([
    ["seconds", "5"],
    ["a date of the server's clock", new Date(905_000).toUTCString()]
  ])("with a Retry-After in %s is held as long as that", async (_, retryAfter) => {
    const world = new World()
    const app = world.start()
    await app.token()
    const headers = { "Retry-After": retryAfter, Date: new Date(900_000).toUTCString() }
    world.server.next("call", () => new Response("", { status: 429, headers }))
    await app.call()
    expect(waitsAfter429(world)[0]).toBeGreaterThanOrEqual(5000)
    expect(waitsAfter429(world)[0]).toBeLessThanOrEqual(5250)
  })

  it.each(["0", "-7", "soon"])("with a Retry-After of %s is held for 1000 ms all the same", async (retryAfter) => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", () => new Response("", { status: 429, headers: { "Retry-After": retryAfter } }))
    await app.call()
    expect(waitsAfter429(world)[0]).toBeGreaterThanOrEqual(1000)
  })

  it.each(["1e3", "0x10", "Infinity", "1708428113", "Tue, 20 Feb 2024"])(
    "with a Retry-After of %s, which is no wait, is held for 1000 ms",
    async (retryAfter) => {
      const world = new World()
      const app = world.start()
      await app.token()
      world.server.next("call", () => new Response("", { status: 429, headers: { "Retry-After": retryAfter } }))
      await app.call()
      expect(waitsAfter429(world)[0]).toBeGreaterThanOrEqual(1000)
      expect(waitsAfter429(world)[0]).toBeLessThanOrEqual(1050)
    }
  )

  it("with a Retry-After past the deadline is a typed error at once", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", () => new Response("", { status: 429, headers: { "Retry-After": "60" } }))
    const error = await failureOf(app.call())
    expect(error.reason).toMatchObject({ _tag: "Throttled", by: "server" })
    expect(world.clock.elapsed).toBe(0)
  })

  it("with a Retry-After past the deadline is the same error for the next call, which is not sent", async () => {
    const world = new World()
    const app = world.start({ throttle: {} })
    await app.token()
    world.server.next("call", () => new Response("", { status: 429, headers: { "Retry-After": "600" } }))
    const errors = [await failureOf(app.call()), await failureOf(app.call())]
    expect(errors.map(({ reason }) => reason)).toMatchObject([
      { _tag: "Throttled", by: "server" },
      { _tag: "Throttled", by: "server" }
    ])
    expect(world.clock.elapsed).toBe(0)
    expect(world.server.count("call")).toBe(1)
  })

  it("with a Retry-After of a year holds for an hour at most", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", () => new Response("", { status: 429, headers: { "Retry-After": "31536000" } }))
    const { reason } = await failureOf(app.call())
    const retryAt = reason._tag === "Throttled" ? reason.retryAt : Number.NaN
    expect(retryAt - world.clock.currentTimeMillisUnsafe()).toBeLessThanOrEqual(3_600_000 + 250)
  })

  it("frees the connection of its response", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    let cancelled = false
    const body = new ReadableStream({ cancel: () => void (cancelled = true) })
    world.server.next("call", () => new Response(body, { status: 429 }))
    await app.call()
    expect(cancelled).toBe(true)
  })

  it("on register and token is waited out as well", async () => {
    const world = new World()
    world.server.next("register", tooManyRequests)
    world.server.next("token", tooManyRequests)
    const app = world.start()
    await app.token()
    expect(waitsAfter429(world).every((wait) => wait >= 1000)).toBe(true)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([2, 2])
  })

  it("a POST keeps its body for the next attempt", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", tooManyRequests)
    await app.call(configurationPath, { method: "POST", body: "again" })
    expect(world.server.arrivals.slice(-2).map(({ body }) => body)).toStrictEqual(["again", "again"])
  })

  it("a stream is not sent twice: a typed error once the hold is over", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", tooManyRequests)
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: new Blob(["s"]).stream(), duplex: "half" }
    const error = await failureOf(app.call(configurationPath, init))
    expect(error.reason).toMatchObject({ _tag: "Throttled", by: "server" })
    expect(world.server.count("call")).toBe(1)
  })

  it("an abort ends the wait and gives the place back", async () => {
    const world = new World()
    const app = world.start({ throttle: {} })
    await app.token()
    world.server.next("call", tooManyRequests)
    const controller = new AbortController()
    const rejection = rejectionOf(app.fetch(configurationPath, { signal: controller.signal }))
    await world.clock.advance(100)
    const other = app.fetch(configurationPath)
    await world.clock.advance(100)
    controller.abort()
    expect(await rejection).toMatchObject({ name: "AbortError" })
    expect((await world.clock.finish(other)).status).toBe(200)
    expect(world.clock.elapsed).toBeLessThanOrEqual(1050)
  })
})

describe("rule 17: waiting in the throttle", () => {
  it("is an event, and counts in the error of a call that fails after it", async () => {
    const world = new World()
    const app = world.start({ throttle: { burst: 0 } })
    world.server.next("register", () => undefined)
    world.server.next("token", answer(400, { error: "invalid_request" }))
    const error = await failureOf(app.token())
    expect(app.seen).toContainEqual({ type: "request-delayed", wait: 1000 })
    expect([error.attempts, error.totalWait]).toStrictEqual([1, 1000])
  })
})

describe("rule 15: DCR and REST calls share one bucket", () => {
  it("60 calls on a fresh device, registration included: no 429 under the strictest server", async () => {
    const world = new World()
    const model = anchoredWindows()
    world.server.accepts = model.accepts
    world.server.latency = 50
    const app = world.start({ throttle: {} })
    const calls = Array.from({ length: 58 }, () => app.fetch(configurationPath))
    const responses = await world.clock.finish(Promise.all(calls))
    expect(responses.every(({ status }) => status === 200)).toBe(true)
    expect(world.server.arrivals.map(({ status }) => status).includes(429)).toBe(false)
    expect(world.server.arrivals).toHaveLength(60)
    expect(world.clock.elapsed).toBeLessThanOrEqual(49_000 * 1.03)
  })

  it("an idle device that trusts its burst is corrected by one 429 and goes on without another", async () => {
    const world = new World()
    world.server.accepts = anchoredWindows().accepts
    const app = world.start({ throttle: {} })
    const burst = () => world.clock.finish(Promise.all(Array.from({ length: 9 }, () => app.fetch(configurationPath))))
    await burst()
    await world.clock.advance(60_000)
    await burst()
    const refused = world.server.arrivals.filter(({ status }) => status === 429).length
    await world.clock.advance(60_000)
    await burst()
    expect(refused).toBeGreaterThan(0)
    expect(world.server.arrivals.filter(({ status }) => status === 429)).toHaveLength(refused)
  })
})
