import { contestants, measureEach } from "../contestants/contestants.ts"
import { readJson } from "../contestants/read-json.ts"
import type { Measurement } from "../measurement.ts"
import { apiPath, authorizedHeaders } from "../network/request.ts"
import { createStubNetwork, staticToken } from "../network/stub-network.ts"
import { measured, type Row } from "../report/row.ts"
import { type Call, measureAddedCosts, roundsOf } from "./batch.ts"

/** Measures what a call with a valid token adds to the same request by plain `fetch`, with the same headers. */
export const warmCall: Measurement = {
  name: "warm-call",
  busy: "computing",
  measure: async ({ quick }) => {
    const calls: { [name: string]: Call } = {}
    const applications = await measureEach(async (contestant) => {
      const application = await contestant.create(createStubNetwork({ atOnce: true }))
      await application.call(apiPath)
      return application
    })
    for (const [name, { call, laterCall = call }] of applications) calls[name] = () => succeed(laterCall(apiPath))
    const network = createStubNetwork({ atOnce: true })
    const headers = authorizedHeaders(staticToken)
    const baseline = async () => succeed(network.fetch(`${network.origin}${apiPath}`, { headers }).then(readJson))
    const costs = await measureAddedCosts(calls, baseline, roundsOf(quick))
    return [
      {
        id: "warm-call-time",
        table: "costs",
        title: "processor time that a call with a valid token adds to plain fetch",
        unit: "µs",
        better: "lower",
        cells: cells(costs.microseconds, true),
        noise: costs.microsecondsNoise
      },
      {
        id: "warm-call-bytes",
        table: "costs",
        title: "memory that it allocates in addition",
        unit: "bytes",
        better: "lower",
        cells: cells(costs.bytes, false),
        noise: costs.bytesNoise
      }
    ]
  }
}

const cells = (values: { readonly [name: string]: number }, isTime: boolean): Row["cells"] =>
  Object.fromEntries(
    contestants.map(({ name, leavesTokens, waitsInside }) => {
      const ownToken = leavesTokens && "with the token that the application keeps"
      return [name, measured(values[name] ?? Number.NaN, (isTime ? waitsInside : undefined) ?? ownToken)]
    })
  )

const succeed = async (call: Promise<number>): Promise<void> => {
  const status = await call
  if (status !== 200) throw new Error(`A warm call got ${status}`)
}
