/**
 * Checks whether a shared throttle does what the auth layer relies on, with any test runner.
 *
 * @module
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { SharedBuckets, SharedResult, ThrottleLimits } from "../throttle/index.ts"

/** One check of a shared throttle. */
export interface ThrottleConformanceCheck {
  /** A sentence about the throttle, fit for the name of a test. */
  readonly name: string
  /**
   * Resolves if the throttle does what the name says, and rejects with a {@link ThrottleViolation} otherwise.
   *
   * `makeThrottle` makes throttles over buckets that are full when the check starts: all that it makes within one check
   * share them, like those of two processes.
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
/** In milliseconds. */
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

/** Takes what may leave, until a request has to wait. */
const drain = async (acquire: Acquire) => {
  const start = clock()
  for (let taken = 0; taken < 1_000; taken++) {
    const wait = await acquire()
    // Of a slow place, the sustained rate lets some more leave meanwhile.
    if (wait > 0) return { taken, wait, most: burst + 1 + Math.ceil((clock() - start) / interval) }
  }
  throw new ThrottleViolation("1000 requests left at once")
}

/**
 * What the auth layer relies on a shared throttle for, as checks for any test runner. They run on the real clock and take
 * about a second each.
 *
 * @example
 * import { test } from "node:test"
 *
 * for (const { name, run } of throttleConformance) {
 *   test(`the throttle ${name}`, async () => {
 *     const place = await emptyPlace()
 *     await run((limits) => myThrottle(place, limits))
 *   })
 * }
 */
export const throttleConformance: ReadonlyArray<ThrottleConformanceCheck> = [
  {
    name: "lets the burst leave at once, and says how long the next request has to wait",
    run: async (makeThrottle) => {
      const { acquire } = await open(makeThrottle)
      const { taken, wait, most } = await drain(acquire)
      require(taken >= burst && taken <= most, `${taken} requests left at once, with a burst of ${burst}`)
      require(wait <= interval, `it said to wait ${wait} ms, with one request every ${interval} ms`)
    }
  },
  {
    name: "lets one request leave after the wait that it told",
    run: async (makeThrottle) => {
      const { acquire } = await open(makeThrottle)
      const { wait } = await drain(acquire)
      await sleep(wait)
      require((await acquire()) === 0, "a request that waited as long as it was told may still not leave")
      const start = clock()
      const next = await acquire()
      const isSlow = clock() - start >= interval / 2
      require(isSlow || (next > 0 && next <= interval), `the request after it was told to wait ${next} ms`)
    }
  },
  {
    name: "keeps devices apart",
    run: async (makeThrottle) => {
      const { acquire } = await open(makeThrottle)
      await drain(acquire)
      require((await acquire(other)) === 0, "the first request of another device may not leave")
    }
  },
  {
    name: "shares buckets between processes, also when all ask at once",
    run: async (makeThrottle) => {
      const [one, two] = [await open(makeThrottle), await open(makeThrottle)]
      const start = clock()
      const waits = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).acquire()))
      const taken = waits.filter((wait) => wait === 0).length
      const most = burst + 1 + Math.ceil((clock() - start) / interval)
      require(taken >= burst && taken <= most, `${taken} of 20 requests left at once, with a burst of ${burst}`)
    }
  },
  {
    name: "holds the device in every process after a 429, and never shortens a hold",
    run: async (makeThrottle) => {
      const [one, two] = [await open(makeThrottle), await open(makeThrottle)]
      await one.reject(hold)
      await one.reject(100)
      const wait = await two.acquire()
      require(wait > 100 && wait <= hold, `it said to wait ${wait} ms during a hold of ${hold} ms`)
    }
  },
  {
    name: "does not give the burst back after a 429 (rule 15, throttle reading)",
    run: async (makeThrottle) => {
      const { acquire, reject } = await open(makeThrottle)
      await acquire()
      await reject(1)
      // Long enough for the whole burst to come back.
      await sleep((burst + 2) * interval)
      const { taken, most } = await drain(acquire)
      require(taken >= 1 && taken <= most - burst, `${taken} requests left at once after a 429`)
    }
  }
]
