import { describe, expect, it } from "vitest"
import type { Exchange } from "../src/host/exchange.ts"
import { createPlaygroundHost } from "../src/host/playground-host.ts"
import { judgedCall } from "../src/host/judged-call.ts"
import type { PlaygroundEvent } from "../src/host/playground-event.ts"

const origin = "http://127.0.0.1:4020"

const openHost = (scenario?: string) => {
  const host = createPlaygroundHost({ publicOrigin: () => origin, ...(scenario === undefined ? {} : { scenario }) })
  const events: Array<PlaygroundEvent> = []
  host.subscribe((event) => events.push(event))
  const exchanges = (): ReadonlyArray<Exchange> => [
    ...new Map(
      events.flatMap((event) => (event.kind === "exchange" ? [[event.exchange.id, event.exchange] as const] : []))
    ).values()
  ]
  const send = (path: string, page: string, init: RequestInit = {}) =>
    host.handle(new Request(origin + path, { ...init, headers: { ...init.headers, referer: `${origin}/${page}` } }))
  const register = (page: string) =>
    send("/o/client/register", page, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ software_statement: host.settings().softwareStatement })
    })
  return { host, events, exchanges, send, register }
}

describe("the playground's host", () => {
  it("records who sent what, and what came back", async () => {
    const { exchanges, register } = openHost()
    await (await register("tv.html?application=first")).text()
    await (await register("phone.html")).text()
    await expect
      .poll(() => exchanges().map(({ response }) => response?.body.includes("client_id")))
      .toEqual([true, true])
    expect(exchanges().map(({ sender, operation, address, paidBy }) => [sender, operation, address, paidBy])).toEqual([
      ["television", "registerClient", "203.0.113.7", "limit"],
      ["phone", "registerClient", "203.0.113.7", "burst"]
    ])
    expect(exchanges()[0]?.request.body).toContain("software_statement")
  })

  it("gives the phone an address of its own on mobile data", async () => {
    const { host, exchanges, register } = openHost()
    host.perform({ kind: "set-phone-network", network: "mobile" })
    await register("tv.html")
    await register("phone.html")
    expect(exchanges().map(({ address, paidBy }) => [address, paidBy])).toEqual([
      ["203.0.113.7", "limit"],
      ["198.51.100.23", "limit"]
    ])
  })

  it("shows faults until they have happened, and the connection that breaks", async () => {
    const { host, events, exchanges, register } = openHost()
    host.perform({ kind: "fault", operation: "registerClient", fault: { reset: true }, calls: { next: 1 } })
    const state = () => events.findLast((event) => event.kind === "state")
    expect(state()).toMatchObject({ state: { scriptedFaults: ["next call of registerClient: reset"] } })
    expect((await register("tv.html")).type).toBe("error")
    await expect.poll(() => exchanges()[0]).toMatchObject({ broken: true, fault: "reset" })
    expect(state()).toMatchObject({ state: { scriptedFaults: [] } })
  })

  it("breaks the n-th call, and each call at a rate until it is cleared", async () => {
    const { host, events, register } = openHost()
    const fault = { reset: true } as const
    const scripted = () => events.findLast((event) => event.kind === "state")?.state.scriptedFaults
    host.perform({ kind: "fault", operation: "registerClient", fault, calls: { nth: 2 } })
    expect(scripted()).toEqual(["call number 2 of registerClient: reset"])
    expect([(await register("tv.html")).status, (await register("tv.html")).type]).toEqual([201, "error"])
    await expect.poll(scripted).toEqual([])
    host.perform({ kind: "fault", operation: "*", fault, calls: { probability: 1 } })
    for (const _time of ["first", "second"]) expect((await register("tv.html")).type).toBe("error")
    expect(scripted()).toEqual(["100 % of the calls of any operation: reset"])
    host.perform({ kind: "clear-faults" })
    expect(scripted()).toEqual([])
    expect((await register("tv.html")).status).toBe(201)
  })

  it("forgets everything when another run starts", async () => {
    const { host, events, register } = openHost("second-screen")
    await register("tv.html")
    const { run } = host.settings()
    host.perform({ kind: "start", scenario: "denied" })
    const later: Array<PlaygroundEvent> = []
    host.subscribe((event) => later.push(event))
    expect(later.map(({ kind }) => kind)).toEqual(["state"])
    expect(host.settings().run).not.toBe(run)
    expect(events.at(-1)).toMatchObject({ state: { scenario: "denied", scriptedFaults: [] } })
  })

  it("moves the simulator's time", () => {
    const { host } = openHost()
    const before = host.settings().clock.now
    host.perform({ kind: "jump", milliseconds: 21_600_000 })
    host.perform({ kind: "set-rate", rate: 60 })
    const { clock, clockChanges } = host.settings()
    const { now, rate } = clock
    expect(clockChanges).toBe(2)
    expect(rate).toBe(60)
    expect(now - before).toBeGreaterThanOrEqual(21_600_000)
  })

  it("responds as the partner framework does", () => {
    expect(openHost().host.partnerResponse("Cablevision")).toContain("<")
  })
})

describe("a violation", () => {
  const polled = { rule: "polling", consequence: "ignored", message: "Polled again after 2000 ms." } as const
  const missing = { rule: "authorization", consequence: "rejected", message: "Authorization is missing." } as const

  it("stands at the speed of the machine", () => {
    expect(judgedCall({ violations: [polled, missing], notes: [] }, 1)).toEqual({
      violations: [polled, missing],
      notes: []
    })
  })

  it("of the time between requests is not judged while time runs faster", () => {
    expect(judgedCall({ violations: [polled, missing], notes: [] }, 10)).toEqual({
      violations: [missing],
      notes: ["Not judged while time runs faster: Polled again after 2000 ms."]
    })
  })
})
