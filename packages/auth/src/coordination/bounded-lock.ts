import * as Effect from "effect/Effect"
import { AuthError } from "../errors/index.ts"
import type { Lock } from "./lock.ts"
import { defaultLockTimeout } from "./turn.ts"

/**
 * A lock that fails with `LockTimeout` if the inner one grants nothing for `timeout` milliseconds, for custom locks that
 * may wait permanently. The default leaves the inner lock time for its own timeout of a minute.
 */
export const boundedLock = (inner: Lock["Service"], timeout = defaultLockTimeout + 5_000): Lock["Service"] => ({
  withLock: (key) => (effect) =>
    Effect.suspend(() => {
      let isGranted = false
      const granted = Effect.suspend(() => {
        isGranted = true
        return effect
      })
      const giveUp = Effect.suspend(() =>
        isGranted
          ? Effect.never
          : Effect.fail(
              new AuthError({
                reason: { _tag: "LockTimeout", lock: key, state: "busy", waited: timeout },
                totalWait: timeout
              })
            )
      )
      return Effect.raceFirst(inner.withLock(key)(granted), Effect.andThen(Effect.sleep(timeout), giveUp))
    })
})
