import { authorizedHeaders, apiPath, obtainAccessToken } from "../network/request.ts"
import { differencesOf, measureInTurn, medianOf, noiseOf } from "../statistics.ts"
import { requestsPerSecond } from "./load.ts"
import { type ServerProcess, startNullServer, startPrism, startSimulator } from "./servers.ts"

export interface ThroughputOptions {
  readonly rounds: number
  readonly milliseconds: number
  /** Whether the simulator and Prism print a line for each request. */
  readonly logging: boolean
}

/** Requests per second. */
export interface Throughput {
  readonly simulator: number
  readonly prism: number
  /** A bare HTTP server that sends the bytes of the simulator. */
  readonly bareServer: number
  readonly noise: number
}

export const inFlight = 16

/** Measures the servers in turn, with the same request and the same token. */
export const measureThroughput = async (options: ThroughputOptions): Promise<Throughput> => {
  const started: Array<ServerProcess> = []
  const start = async (starting: Promise<ServerProcess>): Promise<ServerProcess> => {
    const server = await starting
    started.push(server)
    return server
  }
  try {
    const simulator = await start(startSimulator(options))
    const headers = authorizedHeaders(await obtainAccessToken(simulator.origin, fetch))
    const rateOf = async ({ origin }: ServerProcess): Promise<() => Promise<number>> => {
      const expectedBytes = Buffer.byteLength(await configurationOf(origin, headers))
      return () => requestsPerSecond({ origin, headers, expectedBytes, inFlight, milliseconds: options.milliseconds })
    }
    const measures = {
      simulator: await rateOf(simulator),
      prism: await rateOf(await start(startPrism(options))),
      bareServer: await rateOf(await start(startNullServer(await configurationOf(simulator.origin, headers)))),
      simulatorAgain: await rateOf(simulator)
    }
    // The first round compiles the code of the servers.
    await measureInTurn(measures, 1)
    const rates = await measureInTurn(measures, options.rounds)
    return {
      simulator: medianOf(rates.simulator),
      prism: medianOf(rates.prism),
      bareServer: medianOf(rates.bareServer),
      noise: noiseOf(differencesOf(rates.simulator, rates.simulatorAgain))
    }
  } finally {
    await Promise.all(started.map(({ stop }) => stop()))
  }
}

/** Returns the body of a server's response. Throws if it is not a configuration of REF30 with MVPDs. */
export const configurationOf = async (
  origin: string,
  headers: { readonly [name: string]: string }
): Promise<string> => {
  const response = await fetch(`${origin}${apiPath}`, { headers })
  const text = await response.text()
  if (response.status === 200) {
    const { requestor } = JSON.parse(text)
    if (requestor.id === "REF30" && requestor.mvpds.length > 0) return text
  }
  throw new Error(`${origin} responded ${response.status} instead of a configuration of REF30: ${text.slice(0, 200)}`)
}
