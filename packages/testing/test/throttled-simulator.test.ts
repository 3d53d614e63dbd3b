import { describe, expect, it } from "vitest"
import { createSimulator, type SimulatorOptions } from "../src/index.ts"
import { createManualClock } from "../src/index.ts"

const start = (throttle: SimulatorOptions["throttle"]) => {
  const clock = createManualClock()
  const simulator = createSimulator({ clock, ...(throttle === undefined ? {} : { throttle }) })
  const send = async (headers: Record<string, string> = {}, path = "/api/v2/REF30/configuration") =>
    (await simulator.fetch(`${simulator.origin}${path}`, { headers })).status
  return { clock, simulator, send }
}

const device = (name: string) => ({ "AP-Device-Identifier": `fingerprint ${btoa(name)}` })

const times = [0, 0.3, 0.6, 0.9, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 2.1, 2.2, 2.4, 2.6, 2.8, 3.1]

describe("the throttle of a simulator", () => {
  it("reproduces the worked example of throttling.md by default, and the journal says what paid", async () => {
    const { clock, simulator, send } = start(undefined)
    const begin = clock.now()
    const statuses: number[] = []
    for (const time of times) {
      clock.advance(begin + Math.round(time * 1_000) - clock.now())
      statuses.push(await send())
    }
    expect(statuses.map((status) => (status === 429 ? 429 : "success"))).toEqual(
      times.map((time) => (time >= 2.4 && time <= 2.8 ? 429 : "success"))
    )
    const paidBy = simulator.journal.calls().map((call) => call.paidBy)
    const b = "burst"
    const l = "limit"
    const n = undefined
    expect(paidBy).toEqual([l, b, b, b, l, b, b, b, b, b, b, l, b, n, n, n, l])
  })

  it("counts every path of both APIs into one bucket, unknown ones included", async () => {
    const { send } = start({ burst: 2 })
    expect(await send({}, "/o/client/scopes")).toBe(404)
    expect(await send({}, "/api/v2/authenticate/REF30/8ER640M")).toBe(400)
    expect(await send({}, "/api/v2/REF30/profiles")).toBe(401)
    expect(await send({}, "/o/client/validate")).toBe(429)
  })

  it("leaves the login page alone", async () => {
    const { send } = start({ burst: 0 })
    const statuses = [await send({}, "/elsewhere"), await send({}, "/elsewhere"), await send()]
    expect(statuses).toEqual([404, 404, 401])
  })

  it("counts by X-Forwarded-For, then by the address of the connection", async () => {
    const { simulator, send } = start({ burst: 0 })
    const from = async (address: string) =>
      (await simulator.handle(new Request(`${simulator.origin}/api/v2/REF30/profiles`), { address })).status
    expect([
      await send({ "X-Forwarded-For": "203.45.101.20" }),
      await send({ "X-Forwarded-For": "203.45.101.20" })
    ]).toEqual([401, 429])
    expect([await send({ "X-Forwarded-For": "203.45.101.21" }), await send()]).toEqual([401, 401])
    expect([await from("10.0.0.1"), await from("10.0.0.2"), await from("10.0.0.1")]).toEqual([401, 401, 429])
    const headers = { "X-Forwarded-For": "203.45.101.22" }
    const request = new Request(`${simulator.origin}/api/v2/REF30/profiles`, { headers })
    expect((await simulator.handle(request, { address: "10.0.0.1" })).status).toBe(401)
  })

  it.each([
    ["2001:db8::1", "2001:0DB8:0:0:0:0:0:1"],
    ["2001:db8::1", "2001:DB8::1"],
    ["2001:db8:0:1::1", "2001:db8:0000:0001:0:0:0:1"],
    ["203.45.101.20", "::ffff:203.45.101.20"],
    ["203.45.101.20", "::FFFF:cb2d:6514"],
    ["203.45.101.20", "0:0:0:0:0:ffff:203.45.101.20"]
  ])("knows the device of %s by %s as well", async (spelling, other) => {
    const { simulator, send } = start({ burst: 0 })
    const statuses = [await send({ "X-Forwarded-For": spelling }), await send({ "X-Forwarded-For": other })]
    expect([statuses, simulator.stateCounts().buckets]).toEqual([[401, 429], 1])
  })

  it("keeps no bucket for an X-Forwarded-For that is too long to be an address", async () => {
    const { simulator, send } = start({ burst: 1 })
    const address = "2001:0db8:0000:0000:0000:ffff:203.045.101.020"
    expect(await send({ "X-Forwarded-For": address })).toBe(401)
    const tooLong = [await send({ "X-Forwarded-For": `${address}0` }), await send({ "X-Forwarded-For": `${address}1` })]
    expect([tooLong, await send()]).toEqual([[401, 401], 429])
    expect(simulator.stateCounts().buckets).toBe(2)
  })

  it("can be switched off", async () => {
    const { send } = start(false)
    const statuses = await Promise.all(Array.from({ length: 30 }, () => send()))
    expect(new Set(statuses)).toEqual(new Set([401]))
  })

  describe("by device", () => {
    it("gives each device, and login navigations, an allowance of its own", async () => {
      const { send } = start({ burst: 0, countBy: "device" })
      expect([await send(device("tv")), await send(device("tv"))]).toEqual([401, 429])
      expect([await send(device("phone")), await send()]).toEqual([401, 401])
      const login = "/api/v2/authenticate/REF30/8ER640M"
      expect([await send({}, login), await send({}, login)]).toEqual([400, 429])
    })

    it("counts a request with X-Forwarded-For by that address", async () => {
      const { send } = start({ burst: 0, countBy: "device" })
      const address = { "X-Forwarded-For": "203.45.101.20" }
      expect([await send({ ...device("tv"), ...address }), await send({ ...device("phone"), ...address })]).toEqual([
        401, 429
      ])
    })

    it("counts a device identifier that is too long by its address", async () => {
      const { simulator, send } = start({ burst: 0, countBy: "device" })
      const long = "x".repeat(1_025)
      expect([
        await send({ "AP-Device-Identifier": long }),
        await send({ "AP-Device-Identifier": `${long}y` })
      ]).toEqual([401, 429])
      expect(simulator.stateCounts().buckets).toBe(1)
    })
  })
})
