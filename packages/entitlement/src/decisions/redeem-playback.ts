import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { PlaybackSpent, takeToken, type Playback } from "./playback.ts"

/**
 * Calls `backend` with the media token of a playback, once. Fails as `backend` does, and with `PlaybackSpent` at the
 * second call and after the token has expired.
 *
 * Source: docs/protocol/media-token.md.
 *
 * @example
 * ```ts
 * const stream = redeemPlayback(decision.playback, (serializedToken) => startStream(Redacted.value(serializedToken)))
 * ```
 */
export const redeemPlayback = <Success, Failure, Requirements>(
  playback: Playback,
  backend: (serializedToken: Redacted.Redacted, playback: Playback) => Effect.Effect<Success, Failure, Requirements>
): Effect.Effect<Success, Failure | PlaybackSpent, Requirements> =>
  Effect.suspend((): Effect.Effect<Success, Failure | PlaybackSpent, Requirements> => {
    try {
      return backend(Redacted.make(takeToken(playback), { label: "media token" }), playback)
    } catch (thrown) {
      if (thrown instanceof PlaybackSpent) return Effect.fail(thrown)
      throw thrown
    }
  })
