import { describe, expect, it } from "vitest"
import { World } from "./device.ts"

describe("rule 8: any number of first callers make one register and one token call", () => {
  it.each([1, 10, 1000, 10_000])("%i callers", async (callers) => {
    const world = new World()
    const app = world.start()
    const tokens = await world.clock.finish(Promise.all(Array.from({ length: callers }, () => app.accessToken())))
    expect(new Set(tokens).size).toBe(1)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 1])
  })
})
