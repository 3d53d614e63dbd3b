import { apiPath, cellsOf, measureEach } from "../measure-each.ts"
import type { Contestant } from "../contestant.ts"
import type { Measurement } from "../measurement.ts"
import { createStubNetwork } from "../network/stub-network.ts"
import { measured } from "../report/cell.ts"

const calls = 20
const lifetime = 60

/** How often a token is asked for that lasts a minute, by calls that take no time at all. */
export const shortLifetime: Measurement = {
  name: "short-lifetime",
  busy: "waiting",
  measure: async () => {
    const results = await measureEach(countTokenCalls)
    return [
      {
        id: "short-lifetime-token",
        table: "behaviour",
        title: `token calls for ${calls} calls in a row, tokens lasting ${lifetime} s`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, (token, { leavesTokens, ignoresLifetime }) =>
          measured(token, leavesTokens ?? ignoresLifetime)
        )
      }
    ]
  }
}

export const countTokenCalls = async (contestant: Contestant): Promise<number> => {
  const network = createStubNetwork({ lifetime })
  const { call } = await contestant.create(network)
  for (let number = 0; number < calls; number++) {
    const status = await call(apiPath)
    if (status !== 200) throw new Error(`${contestant.name} got ${status} for call ${number}`)
  }
  return network.count("token")
}
