import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { createAdobePass, createDevicePool } from "@tve-pass/auth/promise"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { measureInChild } from "../child/child-result.ts"
import { manyRequests, tvePass } from "../contestants/tve-pass.ts"
import { type AddedCosts, type Call, measureAddedCosts, roundsOf } from "../costs/batch.ts"
import { immediateNetwork } from "../memory/immediate-network.ts"
import { knownDevicesElsewhere } from "../memory/known-devices.ts"
import type { Measurement, Run } from "../measurement.ts"
import { apiPath, authorizedHeaders, device, deviceAddress, obtainAccessToken } from "../network/request.ts"
import { createStubNetwork, staticToken } from "../network/stub-network.ts"
import { formatNumber } from "../report/render-report.ts"
import { measured, type Row } from "../report/row.ts"
import { measureInTurn, medianOf, processorTime, spreadOf } from "../statistics.ts"
import { measureColdStore } from "./cold-store.ts"

/** Measures our libraries as servers and apps use them, where there is no peer to compare with. */
export const usage: Measurement = {
  name: "usage",
  busy: "computing",
  measure: async (run) => {
    run.progress("warm calls")
    const warm = await warmCallRows(run)
    run.progress("devices of a pool")
    const pool = await poolRows(run)
    run.progress("aborts in a long queue")
    const aborts = await abortRow(run)
    run.progress("processes on a cold store")
    return [...warm, ...pool, aborts, await coldStoreRow(run)]
  }
}

/** A row about us alone. */
const row = (id: string, title: string, unit: string, value: number, note?: string, noise?: number): Row => ({
  id,
  table: "usage",
  title,
  unit,
  better: unit.endsWith("/s") ? "higher" : "lower",
  cells: { [tvePass.name]: measured(value, note) },
  ...(noise === undefined ? {} : { noise })
})

const network = createStubNetwork({ atOnce: true })
const { origin, fetch } = network
const shared = { origin, fetch, softwareStatement: "a.b.c", throttle: manyRequests }
const configuration = { params: { path: { serviceProvider: "REF30" } } }

const readOk = async (response: Promise<Response>): Promise<void> => {
  const { ok, json } = await response.then((received) => ({ ok: received.ok, json: received.json() }))
  await json
  if (!ok) throw new Error("A warm call failed")
}

const warmCallRows = async ({ quick }: Run): Promise<ReadonlyArray<Row>> => {
  const rounds = roundsOf(quick)
  const pass = createAdobePass({ ...shared, device })
  const client = createRestV2Client(pass)
  const pool = createDevicePool(shared)
  const headers = authorizedHeaders(staticToken)
  const plainClient = createRestV2Client({ origin, fetch, headers })
  const forwardedFor = "203.45.101.20"
  const plain = (init: RequestInit) => () => readOk(fetch(`${origin}${apiPath}`, init))

  const get = await measureAddedCosts(
    {
      pool: () => readOk(pool.device({ device, forwardedFor }).fetch(apiPath)),
      client: () => client.GET("/api/v2/{serviceProvider}/configuration", configuration),
      plainClient: () => plainClient.GET("/api/v2/{serviceProvider}/configuration", configuration)
    },
    plain({ headers }),
    rounds
  )

  const decisionPath = "/api/v2/REF30/decisions/authorize/Cablevision"
  const body = JSON.stringify({ resources: ["REF30"] })
  const decide = { params: { path: { serviceProvider: "REF30", mvpd: "Cablevision" } }, body: { resources: ["REF30"] } }
  const post = await measureAddedCosts(
    {
      client: () => client.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", decide),
      plainClient: () => plainClient.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", decide)
    },
    () =>
      readOk(
        fetch(`${origin}${decisionPath}`, {
          method: "POST",
          headers: { ...headers, "Content-Type": "application/json" },
          body
        })
      ),
    rounds
  )

  const longNetwork = createStubNetwork({ atOnce: true, tokenLength: 800 })
  const longPass = createAdobePass({ ...shared, device, fetch: longNetwork.fetch })
  const longToken = await longPass.accessToken()
  const long = await measureAddedCosts(
    { pass: () => readOk(longPass.fetch(apiPath)) },
    () => readOk(longNetwork.fetch(`${origin}${apiPath}`, { headers: authorizedHeaders(longToken) })),
    rounds
  )
  const large = await largeConfigurationCosts(rounds)

  return [
    addedRow("usage-client-get", "generated client: GET with a valid token adds", get, "client", "plainClient"),
    addedRow("usage-client-post", "generated client: POST with a valid token adds", post, "client", "plainClient"),
    addedRow("usage-pool-get", "`pool.device()` and a GET with a valid token add", get, "pool"),
    addedRow("usage-long-token", "GET with a token of 800 characters adds", long, "pass"),
    addedRow("usage-large-configuration", "generated client: GET of 500 MVPDs adds", large, "client", "plainClient")
  ]
}

const addedRow = <Name extends string>(
  id: string,
  title: string,
  costs: AddedCosts<Name>,
  name: Name,
  plainClient?: Name
): Row => {
  const alone = plainClient && `the client without \`pass\`: ${formatNumber(costs.microseconds[plainClient])} µs`
  const bytes = `allocates ${formatNumber(costs.bytes[name])} bytes more than plain fetch (± ${formatNumber(costs.bytesNoise)})`
  const note = [bytes, alone ?? []].flat().join("; ")
  return row(id, title, "µs", costs.microseconds[name], note, costs.microsecondsNoise)
}

const largeConfigurationCosts = async (rounds: Parameters<typeof measureAddedCosts>[2]) => {
  const mvpds = Array.from({ length: 500 }, (_, number) => ({
    id: `mvpd-${number}`,
    displayName: `Provider ${number}`
  }))
  const simulator = createSimulatorCore({ mvpds, throttle: false })
  const headers = authorizedHeaders(await obtainAccessToken(simulator.origin, simulator.fetch))
  const text = await (await simulator.fetch(`${simulator.origin}${apiPath}`, { headers })).text()
  const respond = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    if (!request.url.includes("/api/")) return fetch(request)
    return new Response(text, { headers: { "Content-Type": "application/json" } })
  }
  const client = createRestV2Client(createAdobePass({ ...shared, device, fetch: respond }))
  const plainClient = createRestV2Client({ origin, fetch: respond, headers })
  return measureAddedCosts(
    {
      client: () => client.GET("/api/v2/{serviceProvider}/configuration", configuration),
      plainClient: () => plainClient.GET("/api/v2/{serviceProvider}/configuration", configuration)
    },
    () => readOk(respond(`${origin}${apiPath}`, { headers: authorizedHeaders(staticToken) })),
    rounds
  )
}

const microseconds = async (count: number, call: Call): Promise<number> => {
  const start = processorTime()
  for (let done = 0; done < count; done++) await call()
  return (processorTime() - start) / count
}

const poolRows = async ({ quick }: Run): Promise<ReadonlyArray<Row>> => {
  const pool = createDevicePool({
    ...shared,
    fetch: immediateNetwork.fetch,
    origin: immediateNetwork.origin,
    storage: knownDevicesElsewhere()
  })
  const visit = (number: number): Promise<void> =>
    readOk(
      pool
        .device({ device: { identifier: `device ${number}`, info: device.info }, forwardedFor: deviceAddress(number) })
        .fetch(apiPath)
    )
  let newDevice = 1000
  const batch = quick ? 50 : 500
  const rounds = quick ? 3 : 21
  const concurrency = 100
  const measures = {
    first: () => microseconds(batch, () => visit(newDevice++)),
    later: () => microseconds(batch, () => visit(0)),
    rate: async () => {
      const start = processorTime()
      for (let done = 0; done < batch; done += concurrency) {
        await Promise.all(Array.from({ length: concurrency }, (_, number) => visit(number)))
      }
      return (Math.ceil(batch / concurrency) * concurrency * 1e6) / (processorTime() - start)
    }
  }
  await measureInTurn(measures, 4)
  const { first, later, rate } = await measureInTurn(measures, rounds)
  await pool.dispose()
  return [
    row(
      "usage-first-visit",
      "first call of a stored device",
      "µs",
      medianOf(first),
      `reads credentials and token from a store in memory; a later call takes ${formatNumber(medianOf(later))} µs, the network stub included`,
      spreadOf(first)
    ),
    row(
      "usage-pool-rate",
      "calls of a server per second of processor time",
      "calls/s",
      medianOf(rate),
      `${concurrency} devices in flight over a network stub that responds at once; a real \`fetch\` costs more than the pool`,
      spreadOf(rate)
    )
  ]
}

const abortRow = async ({ quick }: Run): Promise<Row> => {
  const waiting = quick ? 1_000 : 100_000
  const microseconds = await measureInChild<number>(new URL("abort-child.ts", import.meta.url), waiting)
  return row(
    "usage-abort",
    "abort of a call that waits for the throttle",
    "µs",
    microseconds,
    `among ${waiting.toLocaleString("en-US")} calls of one device that wait`
  )
}

const coldStoreRow = async ({ quick }: Run): Promise<Row> => {
  const processes = quick ? 2 : 16
  const { first, second, registrations } = await measureColdStore(processes)
  const milliseconds = first.map((call) => call.milliseconds)
  const again = second.map((call) => call.milliseconds)
  const processor = formatNumber(medianOf(first.map((call) => call.processor)))
  const notes = [
    "median, from a common start signal; everything is imported by then",
    `the last after ${formatNumber(Math.max(...milliseconds))} ms`,
    `a process computes for ${processor} ms, as most of the code runs for the first time`,
    `on a second empty store: ${formatNumber(medianOf(again))} ms, the last after ${formatNumber(Math.max(...again))} ms`,
    `${registrations / 2} registration for each store`
  ]
  return row(
    "usage-cold-store",
    `first call of ${processes} processes that share an empty directory store`,
    "ms",
    medianOf(milliseconds),
    notes.join("; "),
    spreadOf(milliseconds)
  )
}
