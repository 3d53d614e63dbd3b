import { describe, expect, it } from "vitest"
import { answer, hang } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World } from "./device.ts"

const hour = 3_600_000
const invalidClient = answer(400, { error: "invalid_client" })

describe("rule 5: at most one re-registration per cool-down", () => {
  it("a second one is refused with the time and the last reason, over restarts as well", async () => {
    const world = new World()
    await world.start().token()
    world.server.revokeClients()
    await world.restartWithoutToken().token()
    const replacedAt = world.clock.currentTimeMillisUnsafe()
    world.server.revokeClients()
    await world.clock.advance(hour - 1)
    const error = await failureOf(world.restartWithoutToken().token())
    expect(error.reason).toStrictEqual({
      _tag: "RegistrationGuarded",
      until: replacedAt + hour,
      lastReason: "invalid_client"
    })
    expect(world.server.count("register")).toBe(2)
    await world.clock.advance(1)
    await world.restartWithoutToken().token()
    expect(world.server.count("register")).toBe(3)
  })

  it("is not got round by a wall clock that jumps ahead", async () => {
    const world = new World()
    const app = world.start()
    world.server.next("token", invalidClient)
    await app.token()
    world.server.revokeClients()
    await app.run(app.tokens.forget())
    world.clock.setWallClock(2 * hour)
    expect((await failureOf(app.token())).reason._tag).toBe("RegistrationGuarded")
    expect(world.server.count("register")).toBe(2)
  })

  it("a guard of the future blocks no longer than the cool-down", async () => {
    const world = new World()
    world.clock.setWallClock(1000 * hour)
    world.server.next("token", invalidClient)
    await world.start().token()
    world.clock.setWallClock(-1000 * hour)
    world.server.revokeClients()
    expect((await failureOf(world.restartWithoutToken().token())).reason._tag).toBe("RegistrationGuarded")
    await world.clock.advance(hour)
    await world.restartWithoutToken().token()
    expect(world.server.count("register")).toBe(3)
  })

  it("a damaged guard counts as a replacement just made", async () => {
    const world = new World()
    world.server.next("token", invalidClient)
    const { application } = world.start()
    await world.start().token()
    world.setRecord(application.key, "registration-guard", "{")
    world.server.revokeClients()
    expect((await failureOf(world.restartWithoutToken().token())).reason).toMatchObject({
      _tag: "RegistrationGuarded",
      until: world.clock.currentTimeMillisUnsafe() + hour,
      lastReason: "unreadable_record"
    })
    await world.clock.advance(hour)
    await world.restartWithoutToken().token()
    expect(world.server.count("register")).toBe(3)
  })

  it("an app that dies while it registers anew does not register at the next start", async () => {
    const world = new World()
    world.server.next("token", invalidClient)
    world.server.next("register", () => undefined, hang)
    const app = world.start()
    void app.accessToken().catch(() => {})
    await world.clock.settle()
    expect(world.server.count("register")).toBe(2)
    await app.stop()
    world.server.revokeClients()
    expect((await failureOf(world.start().token())).reason._tag).toBe("RegistrationGuarded")
    expect(world.server.count("register")).toBe(2)
  })

  it("a re-registration that failed may be tried again", async () => {
    const world = new World()
    const app = world.start()
    world.server.next("token", invalidClient, invalidClient)
    world.server.next("register", () => undefined, answer(400, { error: "invalid_request" }))
    expect((await failureOf(app.token())).reason._tag).toBe("RegistrationFailed")
    await app.token()
    expect(world.server.count("register")).toBe(3)
  })

  it("the old pair is kept aside", async () => {
    const world = new World()
    world.server.next("token", invalidClient)
    const app = world.start()
    await app.token()
    expect(world.record(app.application.key, "credentials.previous")).toContain("client-1")
  })
})
