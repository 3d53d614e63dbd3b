import { apiPath, cellsOf, measureEach } from "../measure-each.ts"
import type { Contestant } from "../contestant.ts"
import type { Measurement } from "../measurement.ts"
import { createStubNetwork } from "../network/stub-network.ts"
import { measured, type Cell } from "../report/cell.ts"

const calls = 20

/** What becomes of concurrent calls whose token is not accepted any more: each of them is answered 401. */
export const revokedToken: Measurement = {
  name: "revoked-token",
  busy: "waiting",
  measure: async () => {
    const results = await measureEach(countRevokedToken)
    return [
      {
        id: "revoked-token-succeeded",
        table: "behaviour",
        title: `of ${calls} concurrent 401s, calls that end with 200`,
        unit: "",
        better: "higher",
        cells: cellsOf(results, ({ succeeded }) => measured(succeeded))
      },
      {
        id: "revoked-token-token",
        table: "behaviour",
        title: `token calls after ${calls} concurrent 401s`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, ({ token, replayed }) => {
          if (token > 0) return measured(token)
          return { instead: "none", reason: noToken(replayed) }
        })
      },
      {
        id: "revoked-token-replayed",
        table: "behaviour",
        title: `requests sent again after ${calls} concurrent 401s`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, ({ token, replayed }): Cell => {
          if (token > 0) return measured(replayed)
          return { instead: replayed === 0 ? "none" : String(replayed), reason: noToken(replayed) }
        })
      }
    ]
  }
}

const noToken = (replayed: number): string =>
  replayed === 0 ? "the application sees the 401" : "sends the request again with the same token, and then gives up"

export interface RevokedToken {
  readonly succeeded: number
  readonly token: number
  readonly replayed: number
}

export const countRevokedToken = async (contestant: Contestant): Promise<RevokedToken> => {
  const network = createStubNetwork()
  const { call, laterCall = call } = await contestant.create(network)
  await call(apiPath)
  network.revokeTokens()
  const before = { token: network.count("token"), api: network.count("api") }
  const statuses = await Promise.all(Array.from({ length: calls }, () => laterCall(apiPath)))
  return {
    succeeded: statuses.filter((status) => status === 200).length,
    token: network.count("token") - before.token,
    replayed: network.count("api") - before.api - calls
  }
}
