import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { authorizedHeaders, obtainAccessToken } from "../src/network/request.ts"
import { requestsPerSecond } from "../src/simulator/load.ts"
import { sendWrongRequests } from "../src/simulator/refusals.ts"
import { type ServerProcess, startNullServer, startPrism, startSimulator } from "../src/simulator/servers.ts"
import { configurationOf } from "../src/simulator/throughput.ts"

let simulator: ServerProcess
let prism: ServerProcess
let accessToken: string

beforeAll(async () => {
  simulator = await startSimulator({ logging: false })
  prism = await startPrism({ logging: false })
  accessToken = await obtainAccessToken(simulator.origin, fetch)
})
afterAll(() => Promise.all([simulator?.stop(), prism?.stop()]))

/** Ids of the MVPDs that a server offers. */
const mvpdsOf = async ({ origin }: ServerProcess): Promise<ReadonlyArray<string>> => {
  const { requestor } = JSON.parse(await configurationOf(origin, authorizedHeaders(accessToken)))
  return requestor.mvpds.map(({ id }: { readonly id: string }) => id)
}

describe("the request that servers are measured with", () => {
  test("gets the MVPDs of the simulator", async () => {
    expect(await mvpdsOf(simulator)).toEqual([
      "Cablevision",
      "Spectrum",
      "Dish",
      "AdobeShibboleth",
      "AdobePass_SMI",
      "TempPass_TEST40",
      "flexibleTempPass"
    ])
  })

  test("gets the example of the specification from Prism", async () => {
    expect(await mvpdsOf(prism)).toEqual(["AdobePass_SMI", "TempPass_TEST40", "TempPass", "Comcast_SSO_Perf"])
  })

  test("is an error if the access token is refused", async () => {
    await expect(configurationOf(simulator.origin, authorizedHeaders("never-issued"))).rejects.toThrow(
      "responded 401 instead of a configuration of REF30"
    )
  })
})

describe("wrong requests", () => {
  test("are all refused by the simulator", async () => {
    const outcomes = await sendWrongRequests(simulator.origin, accessToken)
    expect(outcomes.map(({ status }) => status)).toEqual([401, 401, 400, 400, 400, 405, 400, 429])
  })

  test("are refused by Prism if they violate the specification", async () => {
    const outcomes = await sendWrongRequests(prism.origin, accessToken)
    expect(outcomes.filter(({ status }) => status >= 400)).toEqual([
      { mistake: "no access token", status: 401 },
      { mistake: "no device identifier", status: 400 },
      { mistake: "no body", status: 400 },
      { mistake: "a method that the path lacks", status: 405 }
    ])
  })
})

describe("the load", () => {
  test("fails on an unexpected response", async () => {
    const server = await startNullServer("12345678")
    const load = { origin: server.origin, headers: {}, inFlight: 2, milliseconds: 20 }
    try {
      expect(await requestsPerSecond({ ...load, expectedBytes: 8 })).toBeGreaterThan(0)
      await expect(requestsPerSecond({ ...load, expectedBytes: 9 })).rejects.toThrow("responded 200 with 8 bytes")
    } finally {
      await server.stop()
    }
  })

  test("sends each request from another device, so that no throttle refuses it", async () => {
    const headers = authorizedHeaders(accessToken)
    const expectedBytes = Buffer.byteLength(await configurationOf(simulator.origin, headers))
    const load = { origin: simulator.origin, headers, expectedBytes, inFlight: 16, milliseconds: 100 }
    expect(await requestsPerSecond(load)).toBeGreaterThan(0)
  })
})

test("a stopped server does not respond", async () => {
  const server = await startNullServer("{}")
  await server.stop()
  await expect(fetch(server.origin)).rejects.toThrow("fetch failed")
})
