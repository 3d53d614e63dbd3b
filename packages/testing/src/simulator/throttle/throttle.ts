import { modelA, modelB, modelC, type PaidBy, type ThrottleModel, type ThrottleRates } from "./throttle-model.ts"

/** How many requests a device may send: `perSecond` (default 1) and `burst` (default 10), and how they are counted. */
export interface ThrottleOptions extends Partial<ThrottleRates> {
  /**
   * Which algorithm of docs/protocol/throttling.md section 5. `A` (default) is the literal reading, whose burst is granted
   * once; in `B` and `C` the burst comes back.
   */
  readonly model?: "A" | "B" | "C"
  /**
   * What has a bucket of its own. `address` (default): each device address, as on the real server. `device`: each
   * AP-Device-Identifier, and the login navigations of each address, so that several devices on one machine do not
   * throttle each other. A request with `X-Forwarded-For` is always counted by that address.
   */
  readonly countBy?: "address" | "device"
  /** Model A only: seconds without a request after which a device counts as new. Default 86400, a day. */
  readonly forgetDeviceAfter?: number
}

/** Counts requests by device address (docs/protocol/throttling.md section 2). */
export interface Throttle {
  /** `undefined` means rejected. */
  admit(address: string, now: number): PaidBy | undefined
  /** Devices remembered at present. */
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
