import { describe, expect, it } from "vitest"
import { Bucket } from "../throttle/bucket.ts"
import { defaultThrottleLimits, type SharedBuckets, type ThrottleLimits } from "../throttle/index.ts"
import { throttleConformance, ThrottleViolation, type MakeSharedBuckets } from "./index.ts"

/** The bucket of this package, as one that processes share. */
const memory = (change: (throttle: SharedBuckets) => SharedBuckets = (throttle) => throttle): MakeSharedBuckets => {
  const buckets = new Map<string, Bucket>()
  return (limits: Partial<ThrottleLimits>) => {
    const bucketOf = (deviceKey: string) => {
      const bucket = buckets.get(deviceKey) ?? new Bucket({ ...defaultThrottleLimits, ...limits }, performance.now())
      buckets.set(deviceKey, bucket)
      return bucket
    }
    return change({
      acquire: async (deviceKey) => {
        const bucket = bucketOf(deviceKey)
        const wait = bucket.readyIn(performance.now())
        if (wait <= 0) bucket.spend()
        return Math.max(0, wait)
      },
      rejected: async (deviceKey, hold) => bucketOf(deviceKey).rejected(performance.now(), hold)
    })
  }
}

describe("the bucket of this package", () => {
  it.each(throttleConformance)("$name", async ({ run }) => {
    await expect(run(memory())).resolves.toBeUndefined()
  })
})

const defective: Record<string, readonly [makeThrottle: () => MakeSharedBuckets, found: ReadonlyArray<string>]> = {
  "lets everything leave": [
    () => memory((throttle) => ({ ...throttle, acquire: async () => 0 })),
    ["permits the burst", "permits one request", "shares buckets", "holds the device", "does not refill"]
  ],
  "ignores 429s": [
    () => memory((throttle) => ({ ...throttle, rejected: async () => {} })),
    ["holds the device", "does not refill"]
  ],
  "has one bucket for all devices": [
    () => memory((throttle) => ({ ...throttle, acquire: () => throttle.acquire("one") })),
    ["keeps devices apart"]
  ],
  "has buckets for each process": [() => (limits) => memory()(limits), ["shares buckets", "holds the device"]]
}

describe.each(Object.entries(defective))("a throttle that %s", (_, [makeThrottle, found]) => {
  it("is found out", async () => {
    const failures = await Promise.all(
      throttleConformance.map(({ name, run }) =>
        run(makeThrottle()).then(
          () => "",
          (error: unknown) => (error instanceof ThrottleViolation ? name : `${name}: ${String(error)}`)
        )
      )
    )
    expect(found.filter((beginning) => !failures.some((name) => name.startsWith(beginning)))).toEqual([])
  })
})
