import type { Contestant } from "../contestant.ts"
import { cellsOf, measureEach } from "../contestants/contestants.ts"
import type { Measurement } from "../measurement.ts"
import { apiPath } from "../network/request.ts"
import { createStubNetwork, nextTurn } from "../network/stub-network.ts"
import { type Cell, measured, notOffered, type Row } from "../report/row.ts"

const firstCallersCount = 100
const laterCalls = 20
/** Seconds. */
const shortLifetime = 60

/** Counts registrations and token calls. */
export const tokenCalls: Measurement = {
  name: "tokens",
  busy: "waiting",
  measure: async () => {
    const first = await measureEach(countFirstCallers)
    const short = await measureEach(countTokenCalls)
    const revoked = await measureEach(countRevokedToken)
    const aborted = await measureEach(countLostCallers)
    return [
      row("first-callers-register", `registrations for ${firstCallersCount} simultaneous first calls`, {
        cells: cellsOf(first, ({ register }, { givenCredentials, leavesTokens }) =>
          givenCredentials === undefined
            ? measured(register, leavesTokens && "registers once, when the application starts")
            : notOffered(givenCredentials)
        )
      }),
      row("first-callers-token", `token calls for ${firstCallersCount} simultaneous first calls`, {
        cells: cellsOf(first, ({ token }, { leavesTokens }) => measured(token, leavesTokens))
      }),
      row("short-lifetime-token", `token calls for ${laterCalls} calls, with tokens of ${shortLifetime} s`, {
        cells: cellsOf(short, (token, { leavesTokens, ignoresLifetime }) =>
          measured(token, leavesTokens ?? ignoresLifetime)
        )
      }),
      row("revoked-token-succeeded", `of ${laterCalls} simultaneous 401s, calls that succeed`, {
        better: "higher",
        cells: cellsOf(revoked, ({ succeeded }) => measured(succeeded))
      }),
      row("revoked-token-token", `token calls after ${laterCalls} simultaneous 401s`, {
        cells: cellsOf(revoked, ({ token, replayed }) =>
          token > 0 ? measured(token) : { instead: "none", reason: withoutToken(replayed) }
        )
      }),
      row("revoked-token-replayed", `requests replayed after ${laterCalls} simultaneous 401s`, {
        cells: cellsOf(revoked, ({ token, replayed }): Cell =>
          token > 0
            ? measured(replayed)
            : { instead: replayed === 0 ? "none" : String(replayed), reason: withoutToken(replayed) }
        )
      }),
      row("aborted-first-caller-lost", `of ${firstCallersCount - 1} other calls, lost if the first caller aborts`, {
        cells: cellsOf(aborted, ({ lost, token }) =>
          measured(lost, token < firstCallersCount ? undefined : "calls are not shared: each has a token call")
        )
      })
    ]
  }
}

const row = (
  id: string,
  title: string,
  { better = "lower", cells }: { readonly better?: Row["better"]; readonly cells: Row["cells"] }
): Row => ({ id, table: "behaviour", title, unit: "", better, cells })

const withoutToken = (replayed: number): string =>
  replayed === 0 ? "the application gets the 401" : "replays with the same token, then gives up"

export interface FirstCallers {
  readonly register: number
  readonly token: number
}

export const countFirstCallers = async (contestant: Contestant): Promise<FirstCallers> => {
  const network = createStubNetwork()
  const { call } = await contestant.create(network)
  const statuses = await Promise.all(Array.from({ length: firstCallersCount }, () => call(apiPath)))
  if (statuses.some((status) => status !== 200)) throw new Error(`a first call got ${statuses.join(", ")}`)
  return { register: network.count("register"), token: network.count("token") }
}

/** Sends one call after the other while a short token is valid. */
export const countTokenCalls = async (contestant: Contestant): Promise<number> => {
  const network = createStubNetwork({ lifetime: shortLifetime })
  const { call } = await contestant.create(network)
  for (let number = 0; number < laterCalls; number++) {
    const status = await call(apiPath)
    if (status !== 200) throw new Error(`call ${number} got ${status}`)
  }
  return network.count("token")
}

export interface RevokedToken {
  readonly succeeded: number
  readonly token: number
  readonly replayed: number
}

/** Sends simultaneous calls with a token that the server has revoked. */
export const countRevokedToken = async (contestant: Contestant): Promise<RevokedToken> => {
  const network = createStubNetwork()
  const { call, laterCall = call } = await contestant.create(network)
  await call(apiPath)
  network.revokeTokens()
  const before = { token: network.count("token"), api: network.count("api") }
  const statuses = await Promise.all(Array.from({ length: laterCalls }, () => laterCall(apiPath)))
  return {
    succeeded: statuses.filter((status) => status === 200).length,
    token: network.count("token") - before.token,
    replayed: network.count("api") - before.api - laterCalls
  }
}

export interface LostCallers {
  readonly lost: number
  readonly token: number
}

/** Aborts the first call during the token call, which then succeeds. */
export const countLostCallers = async (contestant: Contestant): Promise<LostCallers> => {
  const network = createStubNetwork()
  const { call } = await contestant.create(network)
  const release = network.holdTokens()
  const first = new AbortController()
  const settled = Promise.allSettled(
    Array.from({ length: firstCallersCount }, (_, number) =>
      call(apiPath, number === 0 ? { signal: first.signal } : {})
    )
  )
  while (network.count("token") === 0) await nextTurn()
  await severalTurns()
  first.abort()
  await severalTurns()
  release()
  const others = (await settled).slice(1)
  return {
    lost: others.filter((outcome) => outcome.status === "rejected" || outcome.value !== 200).length,
    token: network.count("token")
  }
}

/** Long enough for other callers to join and for a rejection to spread. */
const severalTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await nextTurn()
}
