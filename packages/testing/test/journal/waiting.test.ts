import { describe, expect, it } from "vitest"
import { createManualClock, createSimulator } from "../../src/index.ts"
import { startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

describe("waiting for calls", () => {
  it("resolves at once to the calls that are there", async () => {
    const simulator = createCheckedSimulator()
    const application = await startApplication(simulator)
    await application.profiles()
    expect(await simulator.journal.waitFor("retrieveProfiles")).toHaveLength(1)
  })

  it("resolves with the call that was missing, and not with the one before", async () => {
    const simulator = createCheckedSimulator()
    const application = await startApplication(simulator)
    let isResolved = false
    const waiting = simulator.journal.waitFor("retrieveProfiles", 2)
    void waiting.then(() => (isResolved = true))
    await application.profiles()
    await application.configuration()
    expect(isResolved).toBe(false)
    await application.profiles()
    expect((await waiting).map(({ operation, status }) => [operation, status])).toEqual([
      ["retrieveProfiles", 200],
      ["retrieveProfiles", 200]
    ])
  })

  it("ends with the reason of the signal", async () => {
    const { journal } = createSimulator()
    await expect(journal.waitFor("retrieveProfiles", 1, { signal: AbortSignal.abort("early") })).rejects.toBe("early")
    const abort = new AbortController()
    const waiting = journal.waitFor("retrieveProfiles", 1, { signal: abort.signal })
    abort.abort("late")
    await expect(waiting).rejects.toBe("late")
  })
})

describe("an idle simulator", () => {
  it("is one without requests in flight", async () => {
    const simulator = createSimulator({ clock: createManualClock() })
    await simulator.idle()
    const abort = new AbortController()
    simulator.faults.next("retrieveProfiles", { hang: true })
    const call = simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`, { signal: abort.signal })
    let isIdle = false
    const idle = simulator.idle().then(() => (isIdle = true))
    await simulator.journal.waitFor("retrieveProfiles")
    expect(isIdle).toBe(false)
    abort.abort("over")
    await expect(call).rejects.toBe("over")
    await idle
  })
})

it("tells how fast a code was polled", async () => {
  const simulator = createCheckedSimulator()
  const application = await startApplication(simulator)
  const { code } = (await application.createSession({})).body
  expect(simulator.journal.polling()).toEqual({ count: 0, intervals: [] })
  for (const pause of [0, 5_000, 3_000]) {
    simulator.clock.advance(pause)
    await application.profileForCode(code)
  }
  await application.profileForCode("ABC2DEF")
  expect(simulator.journal.polling(code)).toEqual({ count: 3, intervals: [5_000, 3_000] })
  expect(simulator.journal.polling()).toEqual({ count: 4, intervals: [5_000, 3_000, 0] })
})
