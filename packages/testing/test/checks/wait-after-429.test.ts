import { describe, expect, it } from "vitest"
import { startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const rules = (simulator: ReturnType<typeof createCheckedSimulator>) =>
  simulator.journal.violations().map(({ rule }) => rule)

describe("polling", () => {
  it("is noted when it is faster than every three seconds", async () => {
    const simulator = createCheckedSimulator()
    const application = await startApplication(simulator)
    const { code } = (await application.createSession({})).body
    for (const pause of [0, 3_000, 2_999]) {
      simulator.clock.advance(pause)
      await application.profileForCode(code)
    }
    expect(rules(simulator)).toEqual(["polling"])
  })

  it("may be joined once by a second screen", async () => {
    const simulator = createCheckedSimulator()
    const television = await startApplication(simulator)
    const phone = await startApplication(simulator, { deviceIdentifier: "phone" })
    const { code } = (await television.createSession({})).body
    await television.profileForCode(code)
    await phone.profileForCode(code)
    expect(rules(simulator)).toEqual([])
  })
})

const throttled = async () => {
  const simulator = createCheckedSimulator({ throttle: { burst: 2 } })
  const application = await startApplication(simulator)
  await application.configuration()
  const { status } = await application.configuration()
  expect(status).toBe(429)
  return { simulator, application }
}

describe("a 429", () => {
  it("asks for a second of silence", async () => {
    const { simulator, application } = await throttled()
    simulator.clock.advance(999)
    await application.configuration()
    expect(rules(simulator)).toEqual(["throttle"])
  })

  it("is over after that second", async () => {
    const { simulator, application } = await throttled()
    simulator.clock.advance(1_000)
    expect((await application.configuration()).status).toBe(200)
    expect(rules(simulator)).toEqual([])
  })

  it("silences only the device that got it, not the others of the household", async () => {
    const { simulator, application } = await throttled()
    const other = { "AP-Device-Identifier": `fingerprint ${btoa("other")}` }
    await application.configuration(other)
    expect(rules(simulator)).toEqual([])
  })
})
