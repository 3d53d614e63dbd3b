import { createSimulator } from "@tve-pass/testing"
import { getResponse, http, HttpResponse } from "msw"
import { median, noiseFloorOf } from "../statistics/order-statistics.ts"
import { configurationHeaders, configurationPath, deviceAddress, obtainAccessToken } from "./configuration-request.ts"
import { differencesOf } from "./differences.ts"

/** Microseconds a call, from the request to its parsed JSON, without leaving the process. */
export interface InProcess {
  /** `simulator.fetch`, as it is by default: strict, throttled by device, with its journal. */
  readonly simulator: number
  /** A handler of msw that was written for this one answer. */
  readonly mswHandler: number
  /** A function that looks at nothing. */
  readonly stub: number
  /** How far apart two simulators were measured. */
  readonly noiseFloor: number
}

export interface InProcessOptions {
  readonly rounds: number
  readonly callsPerRound: number
}

/** Until all is compiled; an even number. */
const warmUpRounds = 6

type Call = (request: Request) => Promise<unknown>

/** Calls all in turn, with the same request and, but for the two simulators' own, the same answer. */
export const measureInProcess = async (options: InProcessOptions): Promise<InProcess> => {
  const { calls, url, headers } = await prepareInProcessCalls()
  let device = 0
  const request = (): Request =>
    new Request(url, { headers: { ...headers, "X-Forwarded-For": deviceAddress(device++) } })
  const contenders = [calls.simulator, calls.mswHandler, calls.stub, calls.secondSimulator].map((call) => ({
    call,
    times: Array<number>()
  }))
  for (let round = -warmUpRounds; round < options.rounds; round++) {
    for (const { call, times } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const time = await microsecondsPerCall(call, request, options.callsPerRound)
      if (round >= 0) times.push(time)
    }
  }
  const [simulator = [], mswHandler = [], stub = [], secondSimulator = []] = contenders.map(({ times }) => times)
  return {
    simulator: median(simulator),
    mswHandler: median(mswHandler),
    stub: median(stub),
    noiseFloor: noiseFloorOf(differencesOf(simulator, secondSimulator))
  }
}

const microsecondsPerCall = async (call: Call, request: () => Request, count: number): Promise<number> => {
  const start = performance.now()
  for (let done = 0; done < count; done++) await call(request())
  return ((performance.now() - start) * 1000) / count
}

export const prepareInProcessCalls = async () => {
  const [simulator, secondSimulator] = [createSimulator({ seed: 1 }), createSimulator({ seed: 1 })]
  const { origin } = simulator
  const url = `${origin}${configurationPath}`
  // With the same seed, both issue the same.
  await obtainAccessToken(origin, secondSimulator.fetch)
  const headers = configurationHeaders(await obtainAccessToken(origin, simulator.fetch))
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
