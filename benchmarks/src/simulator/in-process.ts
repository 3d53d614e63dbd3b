import { createSimulator } from "@tve-pass/testing"
import { getResponse, http, HttpResponse } from "msw"
import { apiPath, authorizedHeaders, deviceAddress, obtainAccessToken } from "../network/request.ts"
import { differencesOf, measureInTurn, medianOf, noiseOf, processorTime } from "../statistics.ts"

/** Microseconds of processor time for a call in one process, from the request to its parsed JSON. */
export interface InProcess {
  /** `simulator.fetch` with default options: throttled, with its journal. */
  readonly simulator: number
  /** A handler of msw that was written for this one response. */
  readonly mswHandler: number
  /** A function that checks nothing. */
  readonly stub: number
  readonly noise: number
}

export interface InProcessOptions {
  readonly rounds: number
  readonly callsPerRound: number
}

/** Measures all in turn, with the same request and the same response. */
export const measureInProcess = async ({ rounds, callsPerRound }: InProcessOptions): Promise<InProcess> => {
  const { calls, url, headers } = await prepareInProcessCalls()
  let device = 0
  const repeat = (call: Call) => async (): Promise<number> => {
    const start = processorTime()
    for (let done = 0; done < callsPerRound; done++) {
      await call(new Request(url, { headers: { ...headers, "X-Forwarded-For": deviceAddress(device++) } }))
    }
    return (processorTime() - start) / callsPerRound
  }
  const measures = {
    simulator: repeat(calls.simulator),
    mswHandler: repeat(calls.mswHandler),
    stub: repeat(calls.stub),
    secondSimulator: repeat(calls.secondSimulator)
  }
  // Until all code is compiled.
  await measureInTurn(measures, 6)
  const times = await measureInTurn(measures, rounds)
  return {
    simulator: medianOf(times.simulator),
    mswHandler: medianOf(times.mswHandler),
    stub: medianOf(times.stub),
    noise: noiseOf(differencesOf(times.simulator, times.secondSimulator))
  }
}

type Call = (request: Request) => Promise<unknown>

export const prepareInProcessCalls = async () => {
  const [simulator, secondSimulator] = [createSimulator({ seed: 1 }), createSimulator({ seed: 1 })]
  const { origin } = simulator
  const url = `${origin}${apiPath}`
  // With the same seed, both issue the same token.
  await obtainAccessToken(origin, secondSimulator.fetch)
  const headers = authorizedHeaders(await obtainAccessToken(origin, simulator.fetch))
  const configuration = await (await simulator.fetch(url, { headers })).json()
  const text = JSON.stringify(configuration)
  const handlers = [http.get(`${origin}/api/v2/:serviceProvider/configuration`, () => HttpResponse.json(configuration))]
  const stub = async (_request: Request): Promise<Response> =>
    new Response(text, { headers: { "Content-Type": "application/json" } })
  const calls = {
    simulator: async (request) => (await simulator.fetch(request)).json(),
    secondSimulator: async (request) => (await secondSimulator.fetch(request)).json(),
    mswHandler: async (request) => (await getResponse(handlers, request))?.json(),
    stub: async (request) => (await stub(request)).json()
  } satisfies { readonly [name: string]: Call }
  return { calls, url, headers, configuration }
}
