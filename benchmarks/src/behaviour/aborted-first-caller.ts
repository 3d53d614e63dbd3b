import { apiPath, cellsOf, measureEach } from "../measure-each.ts"
import type { Contestant } from "../contestant.ts"
import type { Measurement } from "../measurement.ts"
import { createStubNetwork, nextTurn } from "../network/stub-network.ts"
import { measured } from "../report/cell.ts"

const callers = 100

/** How many others fail when the caller who came first aborts while the token call is under way. */
export const abortedFirstCaller: Measurement = {
  name: "aborted-first-caller",
  busy: "waiting",
  measure: async () => {
    const results = await measureEach(countLostJoiners)
    return [
      {
        id: "aborted-first-caller-lost",
        table: "behaviour",
        title: `of ${callers - 1} joiners, lost when the first caller aborts`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, ({ lost, token }) =>
          measured(lost, token < callers ? undefined : "nobody joins: each caller has a token call of its own")
        )
      }
    ]
  }
}

export interface LostJoiners {
  readonly lost: number
  readonly token: number
}

export const countLostJoiners = async (contestant: Contestant): Promise<LostJoiners> => {
  const network = createStubNetwork()
  const { call } = await contestant.create(network)
  const release = network.holdTokens()
  const first = new AbortController()
  const outcomes = Array.from({ length: callers }, (_, number) =>
    call(apiPath, number === 0 ? { signal: first.signal } : {})
  )
  const settled = Promise.allSettled(outcomes)
  while (network.count("token") === 0) await nextTurn()
  await severalTurns()
  first.abort()
  await severalTurns()
  release()
  const lost = (await settled).slice(1).filter((outcome) => outcome.status === "rejected" || outcome.value !== 200)
  return { lost: lost.length, token: network.count("token") }
}

/** Long enough for whoever is to join, and for a rejection to spread. */
const severalTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await nextTurn()
}
