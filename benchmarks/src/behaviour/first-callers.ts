import { cellsOf, apiPath, measureEach } from "../measure-each.ts"
import type { Contestant } from "../contestant.ts"
import type { Measurement } from "../measurement.ts"
import { createStubNetwork } from "../network/stub-network.ts"
import { measured, notOffered } from "../report/cell.ts"

const callers = 100

/** What so many callers cost together that come before there is a client or a token. */
export const firstCallers: Measurement = {
  name: "first-callers",
  busy: "waiting",
  measure: async () => {
    const results = await measureEach(countFirstCallers)
    return [
      {
        id: "first-callers-register",
        table: "behaviour",
        title: `register calls for ${callers} first callers`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, ({ register }, { givenCredentials, leavesTokens }) => {
          if (givenCredentials !== undefined) return notOffered(givenCredentials)
          return measured(
            register,
            leavesTokens === undefined ? undefined : "registered once, by the application at its start"
          )
        })
      },
      {
        id: "first-callers-token",
        table: "behaviour",
        title: `token calls for ${callers} first callers`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, ({ token }, { leavesTokens }) => measured(token, leavesTokens))
      }
    ]
  }
}

export interface FirstCallers {
  readonly register: number
  readonly token: number
}

export const countFirstCallers = async (contestant: Contestant): Promise<FirstCallers> => {
  const network = createStubNetwork()
  const { call } = await contestant.create(network)
  const statuses = await Promise.all(Array.from({ length: callers }, () => call(apiPath)))
  if (statuses.some((status) => status !== 200)) throw new Error(`${contestant.name} did not serve its first callers`)
  return { register: network.count("register"), token: network.count("token") }
}
