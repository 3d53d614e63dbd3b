import { sleep, currentClock } from "@tve-pass/auth/flow-runtime"
import type { Failure } from "@tve-pass/client"
import type { Permit, ResourceDecision } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { makePlayback } from "./playback.ts"
import { notDecided, notPermitted, type PlaybackDecision } from "./playback-decision.ts"
import { repeatDelays } from "./repeat-delays.ts"

/** The parts that {@link decidePlayback} needs. */
export interface PlaybackParts<Error> {
  readonly mvpd: string
  /** Sends one authorization call (operation 9) for one resource (M-AUTHZ-5). */
  readonly ask: (resource: string) => Effect.Effect<PlaybackResponse, Error>
}

/** The decision of one call, or its failure. */
export type PlaybackResponse =
  | { readonly decision: ResourceDecision; readonly failure?: never }
  | { readonly failure: Failure; readonly decision?: never }

/**
 * Decides whether one resource may be played now. Always sends a request (M-AUTHZ-1), and repeats it only while its
 * error has the action `retry` (M-AUTHZ-4).
 *
 * Source: docs/protocol/flows.md section 9.
 */
export const decidePlayback = <Error>(
  { mvpd, ask }: PlaybackParts<Error>,
  resource: string
): Effect.Effect<PlaybackDecision, Error> =>
  Effect.gen(function* () {
    const clock = yield* currentClock
    for (let repetition = 0; ; repetition++) {
      const decision = playbackDecisionOf(
        yield* ask(resource),
        resource,
        mvpd,
        () => Number(clock.monotonicTimeNanosUnsafe()) / 1_000_000
      )
      const delay = repeatDelays.playback[repetition]
      if (!saysRetry(decision) || delay === undefined) return decision
      yield* sleep(delay)
    }
  })

const saysRetry = (decision: PlaybackDecision): boolean =>
  decision.kind === "try-later" && decision.failure._tag === "EnhancedError" && decision.failure.action === "retry"

const playbackDecisionOf = (
  { decision, failure }: PlaybackResponse,
  resource: string,
  mvpd: string,
  now: () => number
): PlaybackDecision => {
  if (decision === undefined) return notDecided(resource, failure)
  switch (decision.kind) {
    case "permit":
      return permitted(decision, resource, mvpd, now)
    case "deny":
      return notPermitted(decision)
    case "undecided":
      return { kind: "undecided", resource }
  }
}

/** Reads a permit. Without a media token no stream can start, so the decision is then not a permit. */
const permitted = (
  { token, source, ...permit }: Permit,
  resource: string,
  mvpd: string,
  now: () => number
): PlaybackDecision => {
  if (token === undefined || typeof token.serializedToken !== "string" || token.serializedToken === "") {
    return { kind: "undecided", resource }
  }
  const { serializedToken, notBefore, notAfter } = token
  // Counted from receipt, because the clock of a device may be wrong.
  const end = notBefore === undefined || notAfter === undefined ? Infinity : now() + (notAfter - notBefore)
  const hasExpired = (): boolean => now() >= end
  const playback = makePlayback({
    resource,
    mvpd: permit.mvpd || mvpd,
    source,
    notAfter,
    other: permit.other,
    serializedToken,
    hasExpired
  })
  return { kind: "permit", resource, playback }
}
