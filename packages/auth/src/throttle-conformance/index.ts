/**
 * Checks of a shared throttle, for any test runner.
 *
 * @module
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { SharedBuckets, SharedResult, ThrottleLimits } from "../throttle/index.ts"

/** One check of a shared throttle. */
export interface ThrottleConformanceCheck {
  /** A sentence about the throttle, for the name of a test: "the throttle …". */
  readonly name: string
  /**
   * Resolves if the throttle does what the name says, and rejects with a {@link ThrottleViolation} otherwise.
   *
   * All throttles that `makeThrottle` makes during one check share their buckets, like two processes. The buckets are
   * full when the check starts.
   */
  readonly run: (makeThrottle: MakeSharedBuckets) => Promise<void>
}

/** Makes a throttle with these limits over the buckets of the current check. */
export type MakeSharedBuckets = (limits: Partial<ThrottleLimits>) => SharedBuckets | PromiseLike<SharedBuckets>

/** A shared throttle does not do what a check requires. */
export class ThrottleViolation extends Error {
  override readonly name = "ThrottleViolation"
}

// Fast enough for a test, slow enough for a round trip to a server.
const perSecond = 4
const interval = 1000 / perSecond
const burst = 3
const limits = { perSecond, burst }
/** Milliseconds. */
const hold = 5_000
const device = "203.45.101.20"
const other = "2001:db8::1"

type Acquire = (deviceKey?: string) => Promise<number>

interface Shared {
  readonly acquire: Acquire
  readonly reject: (hold: number) => Promise<unknown>
}

const open = async (makeThrottle: MakeSharedBuckets): Promise<Shared> => {
  const throttle = await makeThrottle(limits)
  return {
    acquire: (deviceKey = device) => settle(throttle.acquire(deviceKey)),
    reject: (hold) => settle(throttle.rejected(device, hold))
  }
}

const settle = async <Result>(result: SharedResult<Result>): Promise<Result> =>
  Effect.isEffect(result) ? Effect.runPromise(result as Effect.Effect<Result, unknown>) : result

const sleep = (milliseconds: number) => Effect.runPromise(Effect.sleep(milliseconds))

const require = (holds: boolean, problem: string): void => {
  if (!holds) throw new ThrottleViolation(problem)
}

const clock = () => Effect.runSync(Clock.currentTimeMillis)

/** Takes requests until one has to wait. */
const drain = async (acquire: Acquire) => {
  const start = clock()
  for (let taken = 0; taken < 1_000; taken++) {
    const wait = await acquire()
    // While a slow store responds, the sustained rate permits further requests.
    if (wait > 0) return { taken, wait, most: burst + 1 + Math.ceil((clock() - start) / interval) }
  }
  throw new ThrottleViolation("1000 requests were permitted at once")
}

/**
 * The requirements of the auth layer for a shared throttle, as checks for any test runner. They run on the real clock
 * and take about a second each.
 *
 * @example
 * ```ts
 * import { test } from "node:test"
 *
 * for (const { name, run } of throttleConformance) {
 *   test(`the throttle ${name}`, async () => {
 *     const place = await emptyPlace()
 *     await run((limits) => myThrottle(place, limits))
 *   })
 * }
 * ```
 */
export const throttleConformance: ReadonlyArray<ThrottleConformanceCheck> = [
  {
    name: "permits the burst immediately, and returns how long the next request has to wait",
    run: async (makeThrottle) => {
      const { acquire } = await open(makeThrottle)
      const { taken, wait, most } = await drain(acquire)
      require(taken >= burst && taken <= most, `${taken} requests were permitted at once, with a burst of ${burst}`)
      require(wait <= interval, `the wait is ${wait} ms, with one request every ${interval} ms`)
    }
  },
  {
    name: "permits one request after the wait that it returned",
    run: async (makeThrottle) => {
      const { acquire } = await open(makeThrottle)
      const { wait } = await drain(acquire)
      await sleep(wait)
      require((await acquire()) === 0, "a request that waited as long as required is still not permitted")
      const start = clock()
      const next = await acquire()
      const isSlow = clock() - start >= interval / 2
      require(isSlow || (next > 0 && next <= interval), `the request after it has to wait ${next} ms`)
    }
  },
  {
    name: "keeps devices apart",
    run: async (makeThrottle) => {
      const { acquire } = await open(makeThrottle)
      await drain(acquire)
      require((await acquire(other)) === 0, "the first request of another device is not permitted")
    }
  },
  {
    name: "shares buckets between processes, also for concurrent requests",
    run: async (makeThrottle) => {
      const [one, two] = [await open(makeThrottle), await open(makeThrottle)]
      const start = clock()
      const waits = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).acquire()))
      const taken = waits.filter((wait) => wait === 0).length
      const most = burst + 1 + Math.ceil((clock() - start) / interval)
      require(taken >= burst &&
        taken <= most, `${taken} of 20 requests were permitted at once, with a burst of ${burst}`)
    }
  },
  {
    name: "holds the device in every process after a 429, and never shortens a hold",
    run: async (makeThrottle) => {
      const [one, two] = [await open(makeThrottle), await open(makeThrottle)]
      await one.reject(hold)
      await one.reject(100)
      const wait = await two.acquire()
      require(wait > 100 && wait <= hold, `the wait is ${wait} ms during a hold of ${hold} ms`)
    }
  },
  {
    name: "does not refill the burst after a 429 (rule 15, bucket)",
    run: async (makeThrottle) => {
      const { acquire, reject } = await open(makeThrottle)
      await acquire()
      await reject(1)
      // Long enough for the whole burst to refill.
      await sleep((burst + 2) * interval)
      const { taken, most } = await drain(acquire)
      require(taken >= 1 && taken <= most - burst, `${taken} requests were permitted at once after a 429`)
    }
  }
]
