// What a warm protected call costs, beside a hand-written msw handler that returns the same JSON in the same run.
// Prints microseconds a call. Run: node packages/testing/bench/warm-call.ts
import { getResponse, http, HttpResponse } from "msw"
import { createSimulator, exampleSoftwareStatement } from "../src/index.ts"

const simulator = createSimulator({ throttle: false })
const configurationUrl = `${simulator.origin}/api/v2/REF30/configuration`

const obtainToken = async (): Promise<string> => {
  const registered = await simulator.fetch(`${simulator.origin}/o/client/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ software_statement: exampleSoftwareStatement })
  })
  const { client_id, client_secret } = await registered.json()
  const body = new URLSearchParams({ client_id, client_secret, grant_type: "client_credentials" })
  const issued = await simulator.fetch(`${simulator.origin}/o/client/token`, { method: "POST", body })
  return (await issued.json()).access_token
}

const init = {
  headers: {
    Authorization: `Bearer ${await obtainToken()}`,
    Accept: "application/json;charset=utf-8",
    "AP-Device-Identifier": "fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi",
    "X-Device-Info": btoa(
      JSON.stringify({ model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" })
    )
  }
}

const configuration = await (await simulator.fetch(configurationUrl, init)).json()
const handlers = [
  http.get("https://sp.auth.adobe.com/api/v2/:serviceProvider/configuration", () => HttpResponse.json(configuration))
]

const ways = {
  handler: async () => (await getResponse(handlers, new Request(configurationUrl, init)))?.json(),
  simulator: async () => (await simulator.fetch(configurationUrl, init)).json()
}

const rounds = 15
const calls = 500

const measure = async (call: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  for (let count = 0; count < calls; count += 1) await call()
  return ((performance.now() - start) / calls) * 1_000
}

const median = (values: readonly number[]) =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN

const times = { handler: [] as number[], simulator: [] as number[] }
for (let round = 0; round < rounds; round += 1) {
  // In turns, so that a busy machine slows both.
  times.handler.push(await measure(ways.handler))
  times.simulator.push(await measure(ways.simulator))
}

const [handler, simulated] = [median(times.handler), median(times.simulator)]
console.log(`hand-written msw handler  ${handler.toFixed(1)} µs a call`)
console.log(`simulator.fetch           ${simulated.toFixed(1)} µs a call`)
console.log(`ratio                     ${(simulated / handler).toFixed(2)} (at most 2)`)
