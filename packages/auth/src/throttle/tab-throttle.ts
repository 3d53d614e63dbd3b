import * as Effect from "effect/Effect"
import { webLock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"
import { currentClock } from "../runtime/index.ts"
import { webStorageStore, type WebStorage } from "../store/index.ts"
import { Bucket, type BucketState } from "./bucket.ts"
import { sharedThrottle, type SharedThrottle } from "./shared-throttle.ts"
import { resolveThrottleLimits, type ThrottleLimits } from "./throttle-limits.ts"

/**
 * Creates a throttle that the tabs of an origin share, for the `throttle` option. The bucket is kept in Web Storage,
 * and Web Locks give one tab at a time access to it. A reload does not refill the burst, and a closed tab leaves no
 * lock.
 *
 * Pages of another origin cannot read a 429, so tabs with separate buckets would never notice it
 * (decisions/throttle-readings.md).
 *
 * @param storage a function, because reading `localStorage` throws if the user has disabled storage. Then each tab has
 *   a separate throttle, and the event `throttle-degraded` is raised.
 * @throws AuthError with reason `InvalidConfiguration`
 * @example
 * ```ts
 * const storage = () => localStorage
 * const pass = createAdobePass({ environment: "release-staging", softwareStatement, device, storage, throttle: tabThrottle(storage) })
 * ```
 */
export const tabThrottle = (storage: () => WebStorage, options: Partial<ThrottleLimits> = {}): SharedThrottle => {
  const limits = resolveThrottleLimits(options)
  const records = webStorageStore(storage)
  const { withLock } = webLock()

  /** Runs `run` with the bucket of a device, which no other tab uses meanwhile. */
  const use = <Result>(
    deviceKey: string,
    run: (bucket: Bucket, now: number) => Result
  ): Effect.Effect<Result, AuthError> => {
    const key = `throttle.${deviceKey}`
    return withLock(key)(
      Effect.gen(function* () {
        const now = (yield* currentClock).currentTimeMillisUnsafe()
        const bucket = new Bucket(limits, now)
        const state = readState(yield* records.get(key))
        if (state !== undefined) bucket.restore(state, now)
        // A device that was idle long enough gets a new bucket.
        const current = bucket.isForgettable(now) ? new Bucket(limits, now) : bucket
        const result = run(current, now)
        yield* records.set(key, JSON.stringify(current.state))
        return result
      })
    )
  }

  return sharedThrottle({
    acquire: (deviceKey) =>
      use(deviceKey, (bucket, now) => {
        const wait = bucket.readyIn(now)
        if (wait <= 0) bucket.spend()
        return Math.max(0, wait)
      }),
    rejected: (deviceKey, hold) => use(deviceKey, (bucket, now) => bucket.rejected(now, hold)),
    limits
  })
}

/** Other code of the origin may have written anything. */
const readState = (text: string | undefined): BucketState | undefined => {
  try {
    const state: unknown = JSON.parse(text ?? "")
    const isState =
      Array.isArray(state) &&
      state.length === 6 &&
      state.every((member, index) =>
        index === 2 ? typeof member === "boolean" : Number.isFinite(member) || (index === 5 && member === null)
      )
    // Checked member by member.
    return isState ? (state as unknown as BucketState) : undefined
  } catch {
    return undefined
  }
}
