import { describe, expect, it } from "vitest"
import { answer, hang, reset } from "../fake-server/fake-adobe-pass.ts"
import { rejectionOf, World } from "./device.ts"

const invalidRequest = answer(400, { error: "invalid_request" })

describe("rule 10: the refresh window", () => {
  it("a lifetime of 60 s and 20 sequential calls: one token call", async () => {
    const world = new World()
    world.server.lifetime = 60
    const app = world.start()
    for (let count = 0; count < 20; count++) {
      await app.call()
      await world.clock.advance(2000)
    }
    expect([world.server.count("token"), world.server.count("call")]).toStrictEqual([1, 20])
  })

  it.each([
    ["a long lifetime: the last 120 seconds", 21_600, 120],
    ["a short lifetime: the last tenth", 60, 6]
  ])("%s", async (_, lifetime, refreshWindow) => {
    const world = new World()
    world.server.lifetime = lifetime
    const app = world.start()
    await app.call()
    await world.clock.advance((lifetime - refreshWindow) * 1000 - 1)
    await app.call()
    expect(world.server.count("token")).toBe(1)
    await world.clock.advance(1)
    await app.call()
    await world.clock.settle()
    expect(world.server.count("token")).toBe(2)
  })

  it("inside it callers get the current token at once, while one refresh runs", async () => {
    const world = new World()
    const app = world.start()
    const first = await app.token()
    await world.clock.advance(21_599_000)
    world.server.latency = 500
    const tokens = await Promise.all([app.accessToken(), app.accessToken(), app.accessToken()])
    expect(tokens).toStrictEqual([first, first, first])
    expect(world.clock.elapsed).toBe(21_599_000)
    await world.clock.advance(500)
    expect(world.server.count("token")).toBe(2)
    expect(await app.token()).not.toBe(first)
  })

  it("a failed background refresh is an event, and is repeated no sooner than 5 seconds later", async () => {
    const world = new World()
    const app = world.start()
    await app.call()
    await world.clock.advance(21_500_000)
    world.server.next("token", ...Array.from({ length: 3 }, () => invalidRequest))
    const statuses: Array<number> = []
    for (let second = 0; second < 11; second++) {
      statuses.push((await app.call()).status)
      await world.clock.advance(1000)
    }
    expect(new Set(statuses)).toStrictEqual(new Set([200]))
    expect(world.server.count("token")).toBe(1 + 3)
    expect(app.seen.filter(({ type }) => type === "token-refresh-failed")).toHaveLength(3)
  })

  it("a refresh uses the stored pair", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    await world.clock.advance(21_600_000)
    await app.token()
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 2])
  })

  it("takes over what another process has refreshed", async () => {
    const world = new World()
    const [one, two] = [world.start(), world.start()]
    await one.token()
    await two.token()
    await world.clock.advance(21_599_000)
    await one.token()
    await world.clock.settle()
    await two.token()
    await world.clock.settle()
    expect(await two.token()).toBe(await one.token())
    expect(world.server.count("token")).toBe(2)
  })
})

describe("rule 11: expiry on a monotonic basis", () => {
  it.each([-3_600_000, 3_600_000, 86_400_000, -86_400_000])(
    "a wall clock set by %i ms changes nothing",
    async (jump) => {
      const world = new World()
      const app = world.start()
      await app.call()
      world.clock.setWallClock(jump)
      await app.call()
      await world.clock.advance(21_400_000)
      await app.call()
      expect(world.server.count("token")).toBe(1)
      await world.clock.advance(200_000)
      await app.call()
      expect(world.server.count("token")).toBe(2)
    }
  )

  it("a created_at that is wrong by years changes nothing", async () => {
    const world = new World()
    world.server.tokens.add("old")
    world.server.next("token", answer(201, { access_token: "old", created_at: 1, expires_in: 60 }))
    world.server.next("register", () => undefined)
    const app = world.start()
    await app.call()
    await world.clock.advance(50_000)
    await app.call()
    expect(world.server.count("token")).toBe(1)
  })

  it("a token just received is usable at least once, however short it lives and long it took", async () => {
    const world = new World()
    world.server.lifetime = 1
    world.server.latency = 5000
    const app = world.start()
    expect((await app.call()).status).toBe(200)
    expect(world.server.count("token")).toBe(1)
  })

  it("after a restart, a clock that was turned back makes the stored token no older", async () => {
    const world = new World()
    await world.start().token()
    world.clock.setWallClock(-86_400_000)
    expect((await world.start().call()).status).toBe(200)
    expect(world.server.count("token")).toBe(1)
  })

  it("after a restart, a clock that was turned back makes the stored token no younger than just received", async () => {
    const world = new World()
    await world.start().token()
    world.clock.setWallClock(-86_400_000)
    const app = world.start()
    await app.token()
    await world.clock.advance(21_600_000)
    await app.token()
    expect(world.server.count("token")).toBe(2)
  })

  it("an expired token does not come back to life when the clock is turned back", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    await world.clock.advance(21_600_000)
    world.clock.setWallClock(-21_600_000)
    await app.token()
    expect(world.server.count("token")).toBe(2)
  })
})

describe("rule 9: a flight on its own fiber", () => {
  it("a caller that aborts detaches itself and nobody else", async () => {
    const world = new World()
    world.server.latency = 100
    const app = world.start()
    const controller = new AbortController()
    const aborted = app.accessToken(controller.signal)
    const others = [app.accessToken(), app.accessToken()]
    await world.clock.advance(50)
    controller.abort()
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" })
    const tokens = await world.clock.finish(Promise.all(others))
    expect(new Set(tokens).size).toBe(1)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 1])
  })

  it("goes on when all its callers have left", async () => {
    const world = new World()
    world.server.latency = 100
    const app = world.start()
    const controller = new AbortController()
    const aborted = app.accessToken(controller.signal)
    await world.clock.advance(50)
    controller.abort(new Error("closed"))
    await expect(aborted).rejects.toThrow("closed")
    await world.clock.advance(1000)
    await app.token()
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 1])
  })

  it("a failure is not remembered", async () => {
    const world = new World()
    world.server.next("token", invalidRequest)
    const app = world.start()
    await expect(app.token()).rejects.toMatchObject({ code: "token-failed" })
    await app.token()
    expect(world.server.count("token")).toBe(2)
  })

  it("ends with the app: what waits for it is aborted", async () => {
    const world = new World()
    world.server.next("register", hang)
    const app = world.start()
    const waiting = app.accessToken()
    const rejection = rejectionOf(waiting)
    await world.clock.settle()
    await app.stop()
    expect(await rejection).toMatchObject({ name: "AbortError" })
    expect(world.server.arrivals[0]?.request.signal.aborted).toBe(true)
  })
})

describe("forget", () => {
  it("drops the token; the next call retrieves one with the stored pair", async () => {
    const world = new World()
    const app = world.start()
    const first = await app.token()
    await app.run(app.tokens.forget())
    expect(world.record(app.application.key, "token")).toBeUndefined()
    expect(await app.token()).not.toBe(first)
    expect(world.server.count("register")).toBe(1)
  })

  it("drops the pair only when told to, and then registers without asking the cool-down", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    await app.run(app.tokens.forget({ credentials: true }))
    expect(world.record(app.application.key, "credentials")).toBeUndefined()
    await app.token()
    expect(world.server.count("register")).toBe(2)
  })

  it("waits for a flight that is under way", async () => {
    const world = new World()
    world.server.latency = 100
    const app = world.start()
    const token = app.accessToken()
    await world.clock.settle()
    await app.run(app.tokens.forget())
    await token
    expect(world.record(app.application.key, "token")).toBeUndefined()
  })

  it("a network failure does not keep it from working", async () => {
    const world = new World()
    world.server.next("register", reset, reset, reset, reset)
    const app = world.start()
    await expect(app.token()).rejects.toMatchObject({ code: "transport" })
    await app.run(app.tokens.forget({ credentials: true }))
    await app.token()
    expect(world.server.count("register")).toBe(5)
  })
})
