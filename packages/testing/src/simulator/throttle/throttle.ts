import { modelA, modelB, modelC, type PaidBy, type ThrottleModel, type ThrottleRates } from "./throttle-model.ts"

/** The limits of a device, `perSecond` (default 1) and `burst` (default 10), and the algorithm that counts. */
export interface ThrottleOptions extends Partial<ThrottleRates> {
  /**
   * The algorithm of docs/protocol/throttling.md section 5. `A` (default) is the literal reading, with a burst that is
   * available once; in `B` and `C` the burst refills.
   */
  readonly model?: "A" | "B" | "C"
  /**
   * The key of a bucket. `address` (default): the device's address, as on the real server. `device`:
   * AP-Device-Identifier, or the address for login navigations, so that several devices on one machine do not throttle
   * each other. A request with `X-Forwarded-For` is always counted by that address.
   */
  readonly countBy?: "address" | "device"
  /** Only for model A: seconds without a request after which a device counts as new. Default 86400, a day. */
  readonly forgetDeviceAfter?: number
}

/** Counts requests by device address (docs/protocol/throttling.md section 2). */
export interface Throttle {
  /** Counts a request. Returns the allowance that admitted it, or `undefined` if it is rejected. */
  admit(address: string, now: number): PaidBy | undefined
  /** The number of devices in memory. */
  readonly devices: number
}

const keyedThrottle = <Bucket>(model: ThrottleModel<Bucket>): Throttle => {
  // In order of the last request, so that the first entries are the idle ones.
  const buckets = new Map<string, Bucket>()

  const forgetIdle = (now: number) => {
    for (const [address, bucket] of buckets) {
      if (!model.isIdle(bucket, now)) return
      buckets.delete(address)
    }
  }

  return {
    admit: (address, now) => {
      forgetIdle(now)
      const bucket = buckets.get(address) ?? model.open(now)
      buckets.delete(address)
      buckets.set(address, bucket)
      return model.take(bucket, now)
    },
    get devices() {
      return buckets.size
    }
  }
}

export const createThrottle = (options: ThrottleOptions): Throttle => {
  const rates = { perSecond: options.perSecond ?? 1, burst: options.burst ?? 10 }
  switch (options.model ?? "A") {
    case "A":
      return keyedThrottle(modelA(rates, (options.forgetDeviceAfter ?? 86_400) * 1_000))
    case "B":
      return keyedThrottle(modelB(rates))
    case "C":
      return keyedThrottle(modelC(rates))
  }
}
