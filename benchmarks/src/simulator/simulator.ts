import type { Measurement } from "../measurement.ts"
import { measured, notOffered, type Cell } from "../report/cell.ts"
import { formatNumber } from "../report/format-number.ts"
import type { Row } from "../report/row.ts"
import { simulatorCells } from "./columns.ts"
import { obtainAccessToken } from "./configuration-request.ts"
import { measureInProcess } from "./in-process.ts"
import { sendWrongRequests, type Outcome } from "./refusals.ts"
import { startPrism, startSimulator } from "./servers.ts"
import { measureStartup } from "./startup.ts"
import { measureThroughput } from "./throughput.ts"

/** Our simulator beside what tests of an application otherwise talk to. */
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
    progress("servers that log nothing")
    const silent = await throughputRow(quick, false)
    progress("servers that log each request")
    return [refusals, silent, await throughputRow(quick, true), inProcess, startup]
  }
}

const noServer = notOffered("msw answers inside the process that asks")

const stateless =
  "serves any OpenAPI document, here specs/rest-v2, and answers with its examples; it keeps no state, so it knows no " +
  "issued tokens, codes, service providers or rates"

const refusalRow = async (): Promise<Row> => {
  const outcomes = { simulator: Array<Outcome>(), prism: Array<Outcome>() }
  const simulator = await startSimulator({ logging: false })
  try {
    const accessToken = await obtainAccessToken(simulator.origin, fetch)
    outcomes.simulator.push(...(await sendWrongRequests(simulator.origin, accessToken)))
    const prism = await startPrism({ logging: false })
    try {
      outcomes.prism.push(...(await sendWrongRequests(prism.origin, accessToken)))
    } finally {
      await prism.stop()
    }
  } finally {
    await simulator.stop()
  }
  return row({
    id: "simulator-refusals",
    title: `of ${outcomes.simulator.length} wrong requests, refused`,
    unit: "",
    better: "higher",
    simulator: measured(refused(outcomes.simulator), outcomes.simulator.map(({ mistake }) => mistake).join("; ")),
    prism: measured(refused(outcomes.prism), stateless),
    mswHandler: { instead: "as written", reason: "a handler checks what its author thought of" }
  })
}

const refused = (outcomes: ReadonlyArray<Outcome>): number => outcomes.filter(({ status }) => status >= 400).length

const throughputRow = async (quick: boolean, logging: boolean): Promise<Row> => {
  const { simulator, prism, bareServer, noiseFloor } = await measureThroughput({
    rounds: quick ? 2 : 4,
    milliseconds: quick ? 200 : 500,
    warmUpMilliseconds: quick ? 300 : 500,
    logging
  })
  const floor = `of ${formatNumber(bareServer)} that a bare HTTP server answers to the same client, 16 requests in flight`
  return row({
    id: logging ? "simulator-throughput-logging" : "simulator-throughput",
    title: logging ? "over HTTP, each request logged" : "over HTTP, nothing logged",
    unit: "requests/s",
    better: "higher",
    simulator: measured(simulator, floor),
    prism: measured(prism),
    mswHandler: noServer,
    noiseFloor
  })
}

const inProcessRow = async (quick: boolean): Promise<Row> => {
  const { simulator, mswHandler, stub, noiseFloor } = await measureInProcess({
    rounds: quick ? 4 : 24,
    callsPerRound: quick ? 100 : 1000
  })
  return row({
    id: "simulator-in-process",
    title: "a call in process",
    unit: "µs",
    better: "lower",
    simulator: measured(simulator, `a stub that looks at nothing takes ${formatNumber(stub)} µs`),
    prism: { instead: "not measured", reason: "its command runs as a server" },
    mswHandler: measured(mswHandler, "checks nothing but method and path"),
    noiseFloor
  })
}

const startupRow = async (quick: boolean): Promise<Row> => {
  const { simulator, prism, noiseFloor } = await measureStartup(quick ? 1 : 3)
  return row({
    id: "simulator-startup",
    title: "from start to first answer over HTTP",
    unit: "ms",
    better: "lower",
    simulator: measured(simulator, "from TypeScript sources; the published package is JavaScript"),
    prism: measured(prism),
    mswHandler: noServer,
    noiseFloor
  })
}

type SimulatorRow = Omit<Row, "table" | "cells"> & {
  readonly simulator: Cell
  readonly prism: Cell
  readonly mswHandler: Cell
}

/** Cells by the names in `columns.ts`. */
const row = ({ simulator, prism, mswHandler, ...rest }: SimulatorRow): Row => ({
  ...rest,
  table: "simulator",
  cells: simulatorCells({ simulator, prism, mswHandler })
})
