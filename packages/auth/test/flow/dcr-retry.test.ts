import { describe, expect, it } from "vitest"
import { answer, hang, reset } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World } from "./device.ts"

describe("rule 19: DCR calls that may pass", () => {
  it("are sent again after the floor of 0.5, 1 and 2 seconds, with up to half a second on top", async () => {
    const world = new World()
    world.server.next("register", reset, answer(503, ""), answer(500, "<html></html>"))
    await world.start().token()
    const times = world.server.arrivals.slice(0, 4).map(({ at }) => at)
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? Number.NaN))
    for (const [index, floor] of [500, 1000, 2000].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(floor)
      expect(waits[index]).toBeLessThanOrEqual(floor + 500)
    }
  })

  it("give up after four attempts, and say how hard they tried", async () => {
    const world = new World()
    world.server.next("register", reset, reset, reset, reset)
    const error = await failureOf(world.start().token())
    expect(error.reason).toStrictEqual({
      _tag: "Transport",
      operation: "registerClient",
      cause: { name: "TypeError", code: "ECONNRESET" }
    })
    expect(error.attempts).toBe(4)
    expect(error.totalWait).toBeGreaterThanOrEqual(3500)
    expect(world.server.arrivals).toHaveLength(4)
  })

  it("an attempt that hangs is cut off and repeated", async () => {
    const world = new World()
    world.server.next("token", hang)
    const app = world.start()
    await app.token()
    expect(world.server.count("token")).toBe(2)
    expect(world.clock.elapsed).toBeGreaterThanOrEqual(15_500)
    expect(app.happened()).toContain("call-retried")
  })

  it("end with their deadline", async () => {
    const world = new World()
    world.server.next("token", hang, hang)
    const error = await failureOf(world.start({ policy: { dcrDeadline: 20_000 } }).token())
    expect(error.reason).toStrictEqual({ _tag: "DeadlineExceeded", operation: "retrieveAccessToken", deadline: 20_000 })
    expect(world.clock.elapsed).toBe(20_000)
  })

  it("are not redirected, whatever the server says", async () => {
    const world = new World()
    world.server.next(
      "register",
      () => new Response(null, { status: 307, headers: { Location: "https://evil.example/" } })
    )
    expect((await failureOf(world.start().token())).reason).toMatchObject({ _tag: "RegistrationFailed", status: 307 })
    expect(world.server.arrivals.map(({ request }) => request.redirect)).toStrictEqual(["manual"])
  })
})
