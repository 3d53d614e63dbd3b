import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { describe, expect, it } from "vitest"
import { configurationPath, origin, World } from "./device.ts"
import { answer } from "../fake-server/fake-adobe-pass.ts"

/** An app with the token at hand, and what its `fetch` is called with from then on. */
const startWarm = async () => {
  const world = new World()
  const calls: Array<{ readonly input: Request | string | URL; readonly init: RequestInit | undefined }> = []
  const app = world.start({
    fetch: (input, init) => {
      calls.push({ input, init })
      return world.server.fetch(input, init)
    }
  })
  await app.call()
  calls.length = 0
  return { world, app, calls }
}

const decisionsPath = "/api/v2/REF30/decisions/authorize/Cablevision"
const post = { method: "POST", body: '{"resources":["REF30"]}', headers: { "Content-Type": "application/json" } }

describe("a call with the token at hand", () => {
  it.each([
    ["of fetch", undefined],
    ["of fetch with a string as body", post]
  ])("%s makes no Request", async (_, init) => {
    const { app, calls } = await startWarm()
    expect((await app.call(decisionsPath, init)).status).toBe(200)
    expect(calls.map(({ input }) => input)).toStrictEqual([origin + decisionsPath])
  })

  it("of the generated client makes no Request, unless middleware needs one", async () => {
    const { world, app, calls } = await startWarm()
    const client = createRestV2Client(app.transport)
    const get = () =>
      world.clock.finish(
        client.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider: "REF30" } } })
      )
    await get()
    client.use({ onRequest: () => undefined })
    await get()
    expect(calls.map(({ input }) => typeof input)).toStrictEqual(["string", "object"])
  })

  it("sends the same headers as a Request would, and prefers those of the caller", async () => {
    const { world, app } = await startWarm()
    await app.call(configurationPath, { headers: { "AP-Device-Identifier": "own", Authorization: "own" } })
    await app.call(new Request(origin + configurationPath, { headers: { "AP-Device-Identifier": "own" } }).url)
    const [first, second] = world.server.arrivals.slice(-2).map(({ request }) => new Map(request.headers))
    expect(first?.get("ap-device-identifier")).toBe("own")
    expect(first?.get("authorization")).toBe(second?.get("authorization"))
    expect(second?.get("ap-device-identifier")).toMatch(/^fingerprint /)
  })

  it("sends what its init says at the time of the call, and the same again after a 401", async () => {
    const { world, app, calls } = await startWarm()
    world.server.expireTokens()
    const init = { ...post, headers: { ...post.headers } }
    const response = app.fetch(decisionsPath, init)
    init.body = "changed"
    expect((await world.clock.finish(response)).status).toBe(200)
    expect(calls).toHaveLength(3)
    const bodies = await Promise.all(world.server.arrivals.slice(-3).map(({ request }) => request.clone().text()))
    expect([bodies[0], bodies[2]]).toStrictEqual([post.body, post.body])
  })

  it("waits after a 429 and sends the same again", async () => {
    const { world, app } = await startWarm()
    world.server.next("call", answer(429, "Too Many Requests"))
    const before = world.clock.elapsed
    expect((await app.call(decisionsPath, post)).status).toBe(200)
    expect(world.clock.elapsed - before).toBeGreaterThanOrEqual(1_000)
  })

  it("with arguments that the platform refuses rejects as the platform does", async () => {
    const { app } = await startWarm()
    const refused = { method: "GET", body: "text" }
    await expect(app.call(configurationPath, refused)).rejects.toThrow(TypeError)
  })
})
