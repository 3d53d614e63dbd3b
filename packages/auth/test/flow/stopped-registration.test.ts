import { describe, expect, it } from "vitest"
import { World } from "./device.ts"

describe("rule 2: a registration that has been answered is stored", () => {
  it("however many turns of the event loop after the response the application is stopped", async () => {
    for (let turns = 0; turns < 40; turns++) {
      const world = new World()
      let stopped: Promise<unknown> | undefined
      const app = world.start({
        fetch: async (input, init) => {
          const response = await world.server.fetch(input, init)
          if (response.status !== 201) return response
          let body = response.body
          const slow = new Response(
            new ReadableStream({
              start: async (controller) => {
                const bytes = new Uint8Array(await new Response(body).arrayBuffer())
                controller.enqueue(bytes.slice(0, 10))
                for (let turn = 0; turn < turns % 5; turn++) await new Promise((resolve) => setImmediate(resolve))
                controller.enqueue(bytes.slice(10))
                controller.close()
              }
            }),
            { status: 201 }
          )
          if (stopped === undefined) {
            stopped = (async () => {
              for (let turn = 0; turn < turns; turn++) await Promise.resolve()
              await Promise.resolve()
              await Promise.resolve()
              await Promise.resolve()
              await app.stop()
            })()
          }
          return slow
        }
      })
      await world.clock.finish(app.accessToken().catch(() => {}))
      await world.clock.finish(stopped ?? Promise.resolve())
      expect([turns, world.record(app.application.key, "credentials") !== undefined]).toStrictEqual([turns, true])
      expect(world.server.count("register")).toBe(1)
    }
  })

  it("and ends at once as long as no response has arrived", async () => {
    const world = new World()
    world.server.next("register", () => new Promise(() => {}))
    const app = world.start()
    const token = app.accessToken().catch((thrown: unknown) => thrown)
    await world.clock.settle()
    await app.stop()
    expect(world.clock.elapsed).toBe(0)
    expect(await token).toMatchObject({ name: "AbortError" })
  })
})
