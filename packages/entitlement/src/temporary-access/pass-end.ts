import { sleep } from "@tve-pass/auth"
import type { ResourceDecision } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { monotonicMillis } from "../context/monotonic-millis.ts"
import type { RemainingAccess } from "./remaining-access.ts"

/** When the time of one TempPass is over. */
export interface PassEnd {
  /** Learns the end from a permit. */
  readonly note: (decision: ResourceDecision | undefined) => void
  readonly ended: Effect.Effect<void>
}

/** Milliseconds between two looks at a pass whose end is not known. */
const lookInterval = 60_000

/** The longest time, in milliseconds, that timers of all platforms keep. */
const longestTimer = 2_147_483_647

/**
 * Creates the {@link PassEnd} of a pass. Ends are times of the server; they are counted from the receipt of a permit, so that
 * a wrong clock of the device makes a pass neither longer nor shorter.
 */
export const makePassEnd = (
  context: Pick<EntitlementContext, "clock" | "clockOffset" | "nextWake">,
  remaining: Effect.Effect<RemainingAccess, unknown>
): PassEnd => {
  const { clock, clockOffset, nextWake } = context
  /** A time of the server, and of the monotonic clock when it was received. */
  let reference: { readonly server: number; readonly received: number } | undefined
  let decisionEnd = Infinity

  const serverTime = (): number =>
    reference === undefined
      ? clock.currentTimeMillisUnsafe() + clockOffset()
      : reference.server + monotonicMillis(clock) - reference.received

  /** The end as the server sees it now: `over`, a time, or `unknown` without a response. */
  const look: Effect.Effect<number | "over" | "unknown"> = Effect.map(
    remaining.pipe(Effect.catch(() => Effect.succeed(undefined))),
    (found) => {
      if (found === undefined || found.kind === "unavailable") return "unknown"
      // A pass without resources ends no stream that it has started.
      if (found.kind === "used-up") return found.limit === "duration" ? "over" : "unknown"
      return found.endsAt ?? "unknown"
    }
  )

  const ended = Effect.gen(function* () {
    const seen = yield* look
    if (seen === "over") return
    let end = Math.min(decisionEnd, seen === "unknown" ? Infinity : seen)
    for (;;) {
      const wait = end === Infinity ? lookInterval : end - serverTime()
      yield* Effect.raceFirst(sleep(Math.min(Math.max(0, wait), longestTimer)), nextWake)
      const isDue = end !== Infinity && end <= serverTime()
      const next = yield* look
      if (next === "over") return
      if (next !== "unknown") end = next
      // Without a response at the end of a known pass the stream stops: free viewing is worse than a pause.
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
