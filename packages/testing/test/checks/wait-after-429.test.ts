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

  it("does not concern requests that were in flight when it came", async () => {
    const simulator = createCheckedSimulator({ throttle: { burst: 2 } })
    const application = await startApplication(simulator)
    const calls = Array.from({ length: 5 }, () => application.configuration())
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect([statuses, rules(simulator)]).toEqual([[200, 429, 429, 429, 429], []])
  })

  it("does not concern the other tabs of a device, which do not know of it", async () => {
    const simulator = createCheckedSimulator({ throttle: { burst: 2 } })
    const application = await startApplication(simulator)
    await Promise.all([application.configuration(), application.profiles(), application.profiles()])
    simulator.clock.advance(500)
    const { status } = await application.session("8ER640M")
    expect([status, rules(simulator)]).toEqual([429, []])
  })

  it("concerns the same request again, also of a device that sends several at once", async () => {
    const simulator = createCheckedSimulator({ throttle: { burst: 2 } })
    const application = await startApplication(simulator)
    await Promise.all([application.configuration(), application.profiles(), application.session("8ER640M")])
    await application.profiles()
    expect(simulator.journal.violations().map(({ message }) => message)).toEqual([
      "Sent 0 ms after a 429: wait at least 1000 ms."
    ])
  })

  it("counts from when the client can have read it, as the server says", async () => {
    const simulator = createCheckedSimulator({ throttle: { burst: 0 } })
    const reading = new AbortController()
    const delivered = new Promise((resolve) => reading.signal.addEventListener("abort", resolve))
    const send = () =>
      simulator.handle(new Request(`${simulator.origin}/api/v2/REF30/configuration`), {
        address: "10.0.0.1",
        delivered
      })
    await send()
    const { status } = await send()
    await send()
    expect([status, rules(simulator).includes("throttle")]).toEqual([429, false])
    reading.abort()
  })
})
