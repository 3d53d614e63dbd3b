/**
 * What an authorized call adds when the access token is at hand and the throttle has a request left: the same generated
 * client with the same headers, once with `createAdobePass` and once with a static bearer, in turn. Measured for a GET
 * and for a POST, whose body has to be there again after a 401.
 *
 *     node --expose-gc --max-semi-space-size=128 bench/warm-call.ts
 *
 * Prints the median of the paired differences in nanoseconds, and the difference in garbage in bytes per call.
 */
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { createAdobePass } from "../src/promise/index.ts"

const rounds = 301
const callsPerRound = 200

const origin = "http://127.0.0.1:4010"
const device = {
  identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
  info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
}

const configuration = JSON.stringify({ requestor: { id: "REF30", mvpds: [] } })
const sent = new Map<string, string>()

/** A network that answers at once, and remembers the headers of the last call. */
const network = (input: Request | string | URL): Promise<Response> => {
  const request = input instanceof Request ? input : new Request(input)
  if (request.url.endsWith("/register")) return json({ client_id: "id", client_secret: "secret" })
  if (request.url.endsWith("/token")) return json({ access_token: "token", expires_in: 21_600 })
  if (sent.size === 0) for (const [name, value] of request.headers) sent.set(name, value)
  return Promise.resolve(new Response(configuration, { headers: { "Content-Type": "application/json" } }))
}
const json = (body: object): Promise<Response> => Promise.resolve(Response.json(body))

// Not `throttle: false`: the bucket is part of what is measured.
const throttle = { perSecond: 1e9, burst: 1e9 }
const pass = createAdobePass({ origin, softwareStatement: "a.b.c", device, fetch: network, throttle })

const authorized = createRestV2Client(pass)
const get = { params: { path: { serviceProvider: "REF30" } } }
const post = { params: { path: { serviceProvider: "REF30", mvpd: "Cablevision" } }, body: { resources: ["REF30"] } }
await authorized.GET("/api/v2/{serviceProvider}/configuration", get)
const header = (name: string): string => sent.get(name.toLowerCase()) ?? ""
const staticBearer = createRestV2Client({
  origin,
  fetch: network,
  headers: {
    Authorization: header("Authorization"),
    "AP-Device-Identifier": header("AP-Device-Identifier"),
    "X-Device-Info": header("X-Device-Info")
  }
})

type Call = () => Promise<unknown>

/** The same call with both clients. */
interface Pair {
  readonly authorized: Call
  readonly withStaticBearer: Call
}

const pairOf = (call: (client: typeof staticBearer) => Promise<unknown>): Pair => ({
  authorized: () => call(authorized),
  withStaticBearer: () => call(staticBearer)
})

const pairs: { readonly [name: string]: Pair } = {
  GET: pairOf((client) => client.GET("/api/v2/{serviceProvider}/configuration", get)),
  POST: pairOf((client) => client.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", post))
}

const run = async (call: Call): Promise<void> => {
  for (let count = 0; count < callsPerRound; count++) await call()
}

const nanosPerCall = async (call: Call): Promise<number> => {
  const start = process.hrtime.bigint()
  await run(call)
  return Number(process.hrtime.bigint() - start) / callsPerRound
}

const bytesPerCall = async (call: Call): Promise<number> => {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  await run(call)
  return (process.memoryUsage().heapUsed - before) / callsPerRound
}

const median = (numbers: ReadonlyArray<number>): number =>
  numbers.slice().sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** Measures both in turn, the first one changing places, and takes the median of the differences. */
const pairedDifference = async (
  { authorized, withStaticBearer }: Pair,
  measure: (call: Call) => Promise<number>,
  repetitions: number
) => {
  const differences: Array<number> = []
  const base: Array<number> = []
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const authorizedFirst = repetition % 2 === 0
    const first = await measure(authorizedFirst ? authorized : withStaticBearer)
    const second = await measure(authorizedFirst ? withStaticBearer : authorized)
    differences.push(authorizedFirst ? first - second : second - first)
    base.push(authorizedFirst ? second : first)
  }
  return { difference: median(differences), base: median(base) }
}

for (const [name, pair] of Object.entries(pairs)) {
  await pairedDifference(pair, nanosPerCall, 50)
  const time = await pairedDifference(pair, nanosPerCall, rounds)
  const garbage = await pairedDifference(pair, bytesPerCall, 21)
  console.log(`${name} time:    + ${time.difference.toFixed(0)} ns per call, on top of ${time.base.toFixed(0)} ns`)
  console.log(`${name} garbage: + ${garbage.difference.toFixed(0)} bytes, on top of ${garbage.base.toFixed(0)} bytes`)
}
