import { sleep } from "@tve-pass/auth/flow-runtime"
import type { ResourceDecision } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { monotonicMillis } from "../context/monotonic-millis.ts"
import { shortestPollInterval } from "../options/resolve-options.ts"
import type { RemainingAccess } from "./remaining-access.ts"

/** The end of one TempPass. */
export interface PassEnd {
  /** Records the end that a permit contains. */
  readonly note: (decision: ResourceDecision | undefined) => void
  readonly ended: Effect.Effect<void>
}

/** Milliseconds between two checks of a pass with an unknown end. */
const lookInterval = 60_000

/** The longest delay, in milliseconds, that timers of all platforms support. */
const longestTimer = 2_147_483_647

/**
 * Creates the {@link PassEnd} of a pass. Ends are times of the server, counted from the receipt of a permit, so that a
 * wrong clock of the device has no effect.
 */
export const makePassEnd = (
  context: Pick<EntitlementContext, "clock" | "clockOffset" | "nextWake">,
  remaining: Effect.Effect<RemainingAccess, unknown>
): PassEnd => {
  const { clock, clockOffset, nextWake } = context
  /** A time of the server, and the time of the monotonic clock at its receipt. */
  let reference: { readonly server: number; readonly received: number } | undefined
  let decisionEnd = Infinity

  const serverTime = (): number =>
    reference === undefined
      ? clock.currentTimeMillisUnsafe() + clockOffset()
      : reference.server + monotonicMillis(clock) - reference.received

  /** Requests the end from the server: `over`, a time, or `unknown` without a response. */
  const look: Effect.Effect<number | "over" | "unknown"> = Effect.map(
    remaining.pipe(Effect.catch(() => Effect.succeed(undefined))),
    (found) => {
      if (found === undefined || found.kind === "unavailable") return "unknown"
      // A pass without remaining resources does not end a running stream.
      if (found.kind === "used-up") return found.limit === "duration" ? "over" : "unknown"
      return found.endsAt ?? "unknown"
    }
  )

  const ended = Effect.gen(function* () {
    let lookedAt = monotonicMillis(clock)
    const seen = yield* look
    if (seen === "over") return
    let end = Math.min(decisionEnd, seen === "unknown" ? Infinity : seen)
    for (;;) {
      const wait = end === Infinity ? lookInterval : end - serverTime()
      yield* Effect.raceFirst(sleep(Math.min(Math.max(0, wait), longestTimer)), nextWake)
      // An application may report several times that it is back.
      const early = Math.min(lookedAt + shortestPollInterval - monotonicMillis(clock), end - serverTime())
      if (early > 0) yield* sleep(early)
      lookedAt = monotonicMillis(clock)
      const isDue = end !== Infinity && end <= serverTime()
      const next = yield* look
      if (next === "over") return
      if (next !== "unknown") end = next
      // If the known end has passed and the server does not respond, the stream stops, because free viewing is worse
      // than an interruption.
      if (isDue && end <= serverTime()) return
    }
  })

  return {
    note: (decision) => {
      if (decision?.kind !== "permit") return
      const { notAfter, token } = decision
      if (token?.notBefore !== undefined) reference = { server: token.notBefore, received: monotonicMillis(clock) }
      decisionEnd = notAfter ?? Infinity
    },
    ended
  }
}
