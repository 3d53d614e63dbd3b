import { describe, expect, it } from "vitest"
import { createSimulator } from "../../src/index.ts"

const start = (seed = 1) => {
  const simulator = createSimulator({ throttle: false, seed })
  const call = async (path = "/api/v2/REF30/configuration") =>
    (await simulator.fetch(`${simulator.origin}${path}`)).status
  return { simulator, call }
}

const fault = { status: 503 }

const strikes = async (seed: number) => {
  const { simulator, call } = start(seed)
  simulator.faults.rate("retrieveConfiguration", 0.3, fault)
  const statuses: number[] = []
  for (let count = 0; count < 100; count += 1) statuses.push(await call())
  return statuses.map((status) => (status === 503 ? 1 : 0)).join("")
}

describe("a script", () => {
  it("strikes the next call of its operation, once", async () => {
    const { simulator, call } = start()
    simulator.faults.next("retrieveConfiguration", fault)
    expect([await call("/api/v2/REF30/profiles"), await call(), await call()]).toEqual([401, 503, 401])
  })

  it("strikes the next so many calls, of any operation if it says so", async () => {
    const { simulator, call } = start()
    simulator.faults.next("*", fault, { times: 2 })
    expect([await call(), await call("/api/v2/REF30/profiles"), await call()]).toEqual([503, 503, 401])
  })

  it("strikes the n-th call from now", async () => {
    const { simulator, call } = start()
    await call()
    simulator.faults.nth("retrieveConfiguration", 3, fault)
    expect([await call(), await call(), await call(), await call()]).toEqual([401, 401, 503, 401])
  })

  it("lets the earlier of two go first, and the other count the call", async () => {
    const { simulator, call } = start()
    simulator.faults.next("retrieveConfiguration", { status: 502 })
    simulator.faults.nth("retrieveConfiguration", 2, fault)
    simulator.faults.next("retrieveConfiguration", { status: 504 })
    expect([await call(), await call(), await call(), await call()]).toEqual([502, 503, 504, 401])
  })

  it("strikes at a rate that its seed repeats", async () => {
    const first = await strikes(1)
    expect(first).toBe(await strikes(1))
    expect(first).not.toBe(await strikes(2))
    expect(first.replaceAll("0", "").length).toBeGreaterThan(15)
    expect(first.replaceAll("0", "").length).toBeLessThan(45)
  })

  it("is not used up by a throttled call", async () => {
    const simulator = createSimulator({ throttle: { burst: 0 } })
    const call = async () => (await simulator.fetch(`${simulator.origin}/api/v2/REF30/configuration`)).status
    await call()
    simulator.faults.next("retrieveConfiguration", fault)
    expect(await call()).toBe(429)
    expect(simulator.faults.unused()).toHaveLength(1)
  })
})

it("refuses a script that could never happen", () => {
  const { faults } = start().simulator
  expect(() => faults.nth("registerClient", 0, fault)).toThrow("`n` is 0. It has to be 1 or more")
  expect(() => faults.next("registerClient", fault, { times: 1.5 })).toThrow("`times` is 1.5")
  expect(() => faults.rate("registerClient", 30, fault)).toThrow("the probability is 30")
})

describe("a script that did not happen", () => {
  it("is reported in words", async () => {
    const { simulator, call } = start()
    simulator.faults.next("retrieveConfiguration", { status: 503, delay: 200 }, { times: 2 })
    simulator.faults.nth("registerClient", 2, { reset: true })
    simulator.faults.rate("*", 0.5, { clockSkew: 1_000 })
    await call()
    expect(() => simulator.faults.expectUsed()).toThrow(
      "Faults were scripted and did not happen:\n" +
        "- next 2 calls of retrieveConfiguration: status 503, delay 200\n" +
        "- call number 2 of registerClient: reset\n" +
        "- 50 % of the calls of any operation: clockSkew 1000"
    )
  })

  it("is not reported once it has happened, or was taken back", async () => {
    const { simulator, call } = start()
    simulator.faults.next("retrieveConfiguration", fault)
    simulator.faults.rate("retrieveConfiguration", 1, fault)
    await call()
    await call()
    expect(simulator.faults.unused()).toEqual([])
    simulator.faults.expectUsed()
    simulator.faults.next("retrieveProfiles", fault)
    simulator.faults.clear()
    expect(simulator.faults.unused()).toEqual([])
  })

  it("is reported when the simulator is disposed of", () => {
    const { simulator } = start()
    simulator.faults.next("retrieveConfiguration", fault)
    expect(() => simulator[Symbol.dispose]()).toThrow("retrieveConfiguration")
  })
})
