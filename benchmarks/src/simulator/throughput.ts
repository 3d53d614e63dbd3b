import { median, noiseFloorOf } from "../statistics/order-statistics.ts"
import { configurationHeaders, configurationPath, obtainAccessToken } from "./configuration-request.ts"
import { differencesOf } from "./differences.ts"
import { requestsPerSecond } from "./load.ts"
import type { ServerProcess } from "./server-process.ts"
import { startNullServer, startPrism, startSimulator } from "./servers.ts"

export interface ThroughputOptions {
  readonly rounds: number
  readonly milliseconds: number
  readonly warmUpMilliseconds: number
  /** Whether the simulator and Prism print a line for each request. */
  readonly logging: boolean
}

/** Requests per second. */
export interface Throughput {
  readonly simulator: number
  readonly prism: number
  /** A bare HTTP server that sends the bytes of the simulator: as fast as the client can ask. */
  readonly bareServer: number
  /** How far apart the simulator and itself were measured. */
  readonly noiseFloor: number
}

const inFlight = 16

/** Measures all in turn, in one order and then in the other, with the same request and the same bearer. */
export const measureThroughput = async (options: ThroughputOptions): Promise<Throughput> => {
  const started: Array<ServerProcess> = []
  const start = async (starting: Promise<ServerProcess>): Promise<ServerProcess> => {
    const server = await starting
    started.push(server)
    return server
  }
  try {
    const simulator = await start(startSimulator(options))
    const headers = configurationHeaders(await obtainAccessToken(simulator.origin, fetch))
    const open = async ({ origin }: ServerProcess): Promise<Contender> => {
      const body = await configurationOf(origin, headers)
      return { origin, headers, expectedBytes: Buffer.byteLength(body), rates: [] }
    }
    const contenders = {
      simulator: await open(simulator),
      prism: await open(await start(startPrism(options))),
      bareServer: await open(await start(startNullServer(await configurationOf(simulator.origin, headers)))),
      simulatorAgain: await open(simulator)
    }
    await measureInTurn(Object.values(contenders), options)
    return {
      simulator: median(contenders.simulator.rates),
      prism: median(contenders.prism.rates),
      bareServer: median(contenders.bareServer.rates),
      noiseFloor: noiseFloorOf(differencesOf(contenders.simulator.rates, contenders.simulatorAgain.rates))
    }
  } finally {
    await Promise.all(started.map(({ stop }) => stop()))
  }
}

interface Contender {
  readonly origin: string
  readonly headers: { readonly [name: string]: string }
  readonly expectedBytes: number
  /** One number a round. */
  readonly rates: Array<number>
}

const measureInTurn = async (contenders: ReadonlyArray<Contender>, options: ThroughputOptions): Promise<void> => {
  for (const contender of contenders) {
    await requestsPerSecond({ ...contender, inFlight, milliseconds: options.warmUpMilliseconds })
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      contender.rates.push(await requestsPerSecond({ ...contender, inFlight, milliseconds: options.milliseconds }))
    }
  }
}

/** What a server answers; it is a configuration of REF30 with MVPDs in it. */
export const configurationOf = async (
  origin: string,
  headers: { readonly [name: string]: string }
): Promise<string> => {
  const response = await fetch(`${origin}${configurationPath}`, { headers })
  const text = await response.text()
  if (response.status === 200) {
    const { requestor } = JSON.parse(text)
    if (requestor.id === "REF30" && requestor.mvpds.length > 0) return text
  }
  throw new Error(`${origin} answered ${response.status} instead of a configuration of REF30: ${text.slice(0, 200)}`)
}
