import type { Measurement } from "../measurement.ts"
import { obtainAccessToken } from "../network/request.ts"
import { formatNumber } from "../report/render-report.ts"
import { measured, notOffered, type Row } from "../report/row.ts"
import { differencesOf, measureInTurn, medianOf, noiseOf } from "../statistics.ts"
import { type SimulatorCells, simulatorCells } from "./columns.ts"
import { measureInProcess } from "./in-process.ts"
import { type Outcome, sendWrongRequests } from "./refusals.ts"
import { startPrism, startSimulator } from "./servers.ts"
import { inFlight, measureThroughput } from "./throughput.ts"

/** Compares the simulator with its alternatives in tests. */
export const simulatorMeasurement: Measurement = {
  name: "simulator",
  busy: "computing",
  measure: async ({ quick, progress }) => {
    progress("wrong requests")
    const refusals = await refusalRow()
    progress("in process")
    const inProcess = await inProcessRow(quick)
    progress("start of the servers")
    const startup = await startupRow(quick)
    progress("throughput without logging")
    const silent = await throughputRow(quick, false)
    progress("throughput with logging")
    return [refusals, silent, await throughputRow(quick, true), inProcess, startup]
  }
}

const noServer = notOffered("msw responds in the process that sends the request")

const refusalRow = async (): Promise<Row> => {
  const simulator = await startSimulator({ logging: false })
  const prism = await startPrism({ logging: false })
  try {
    const accessToken = await obtainAccessToken(simulator.origin, fetch)
    const ours = await sendWrongRequests(simulator.origin, accessToken)
    return row({
      id: "simulator-refusals",
      title: `of ${ours.length} wrong requests, refused`,
      unit: "",
      better: "higher",
      simulator: measured(refused(ours), ours.map(({ mistake }) => mistake).join("; ")),
      prism: measured(
        refused(await sendWrongRequests(prism.origin, accessToken)),
        "serves any OpenAPI document, here specs/rest-v2, and responds with its examples; it keeps no state, so it knows no " +
          "issued tokens, codes, service providers or rates"
      ),
      mswHandler: { instead: "as written", reason: "a handler checks what its author wrote" }
    })
  } finally {
    await Promise.all([simulator.stop(), prism.stop()])
  }
}

const refused = (outcomes: ReadonlyArray<Outcome>): number => outcomes.filter(({ status }) => status >= 400).length

const throughputRow = async (quick: boolean, logging: boolean): Promise<Row> => {
  const options = { rounds: quick ? 2 : 6, milliseconds: quick ? 200 : 400, logging }
  const { simulator, prism, bareServer, noise } = await measureThroughput(options)
  return row({
    id: logging ? "simulator-throughput-logging" : "simulator-throughput",
    title: logging ? "over HTTP, each request logged" : "over HTTP, nothing logged",
    unit: "requests/s",
    better: "higher",
    simulator: measured(
      simulator,
      `a bare HTTP server sends ${formatNumber(bareServer)} responses a second to the same client, ${inFlight} in flight`
    ),
    prism: measured(prism),
    mswHandler: noServer,
    noise
  })
}

const inProcessRow = async (quick: boolean): Promise<Row> => {
  const options = { rounds: quick ? 4 : 14, callsPerRound: quick ? 100 : 1000 }
  const { simulator, mswHandler, stub, noise } = await measureInProcess(options)
  return row({
    id: "simulator-in-process",
    title: "processor time of a call in one process",
    unit: "µs",
    better: "lower",
    simulator: measured(simulator, `a stub that checks nothing takes ${formatNumber(stub)} µs`),
    prism: { instead: "not measured", reason: "its command runs as a server" },
    mswHandler: measured(mswHandler, "checks only method and path"),
    noise
  })
}

const startup = (start: typeof startSimulator) => async (): Promise<number> => {
  const { startupMilliseconds, stop } = await start({ logging: false })
  await stop()
  return startupMilliseconds
}

const startupRow = async (quick: boolean): Promise<Row> => {
  const times = await measureInTurn(
    { simulator: startup(startSimulator), prism: startup(startPrism), again: startup(startSimulator) },
    quick ? 1 : 3
  )
  return row({
    id: "simulator-startup",
    title: "from start to first response over HTTP",
    unit: "ms",
    better: "lower",
    simulator: measured(medianOf(times.simulator), "from TypeScript sources; the published package is JavaScript"),
    prism: measured(medianOf(times.prism)),
    mswHandler: noServer,
    noise: noiseOf(differencesOf(times.simulator, times.again))
  })
}

const row = ({ simulator, prism, mswHandler, ...rest }: Omit<Row, "table" | "cells"> & SimulatorCells): Row => ({
  ...rest,
  table: "simulator",
  cells: simulatorCells({ simulator, prism, mswHandler })
})
