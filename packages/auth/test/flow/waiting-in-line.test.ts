import { describe, expect, it } from "vitest"
import { tooManyRequests } from "../fake-server/fake-adobe-pass.ts"
import { configurationPath, World, type App } from "./device.ts"

const callAll = (app: App, count: number) => Array.from({ length: count }, () => app.fetch(configurationPath))

const accepted = (count: number) => Array.from({ length: count }, () => 200)

describe("rule 17: while others wait in line", () => {
  it("the calls that all of them depend on go first", async () => {
    const world = new World()
    const app = world.start({ throttle: {} })
    await app.token()
    const calls = callAll(app, 100)
    await world.clock.settle()
    await app.run(app.tokens.forget({ credentials: true }))
    await app.token()
    expect(world.clock.elapsed).toBeLessThanOrEqual(2000)
    await world.clock.finish(Promise.all(calls))
  })

  it("a token that the server stops accepting costs those that were sent with it one replay, and the others nothing", async () => {
    const world = new World()
    const app = world.start({ throttle: {} })
    await app.token()
    const calls = callAll(app, 200)
    await world.clock.advance(5_000)
    world.server.expireTokens()
    const responses = await world.clock.finish(Promise.all(calls))
    expect(responses.map(({ status }) => status)).toStrictEqual(accepted(200))
    expect([world.server.count("token"), world.server.count("call")]).toStrictEqual([2, 201])
  })

  it("a request that was answered 429 goes before those that were never sent", async () => {
    const world = new World()
    const app = world.start({ throttle: {} })
    await app.token()
    world.server.next("call", tooManyRequests)
    const done: Array<number> = []
    const calls = callAll(app, 20).map((call, position) => call.then(() => done.push(position)))
    await world.clock.finish(Promise.all(calls))
    // The burst, then the one that came back.
    expect(done.indexOf(0)).toBe(7)
  })
})
