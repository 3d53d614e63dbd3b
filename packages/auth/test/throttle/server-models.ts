/**
 * The three readings of the server's throttle that reproduce the documented worked example
 * (docs/protocol/throttling.md, section 5), written without a look at the client's bucket. Times are milliseconds;
 * `true` lets the request through, a rejected request costs nothing.
 */
export interface ServerModel {
  readonly name: string
  readonly accepts: (now: number) => boolean
}

/** A: windows of a second, anchored at the first request, one request each; ten more once. */
export const anchoredWindows = (): ServerModel => {
  let anchor: number | undefined
  let paidWindow = -1
  let burst = 10
  return {
    name: "A: anchored windows, burst once",
    accepts: (now) => {
      anchor ??= now
      const window = Math.floor((now - anchor) / 1000)
      if (window !== paidWindow) {
        paidWindow = window
        return true
      }
      if (burst === 0) return false
      burst -= 1
      return true
    }
  }
}

/** B: a token bucket of eleven that refills by one a second. */
export const tokenBucket = (): ServerModel => {
  let tokens = 11
  let last: number | undefined
  return {
    name: "B: token bucket of eleven",
    accepts: (now) => {
      tokens = Math.min(11, tokens + (now - (last ?? now)) / 1000)
      last = now
      // Tenths of a second do not sum up exactly.
      if (tokens < 1 - 1e-9) return false
      tokens -= 1
      return true
    }
  }
}

/** C: the leaky bucket of nginx, `rate=1r/s burst=10 nodelay`, in its own thousandths of a request. */
export const leakyBucket = (): ServerModel => {
  let excess: number | undefined
  let last = 0
  return {
    name: "C: leaky bucket of nginx",
    accepts: (now) => {
      const wanted = excess === undefined ? 0 : Math.max(0, excess - (now - last) + 1000)
      if (wanted > 10_000 + 1e-6) return false
      excess = wanted
      last = now
      return true
    }
  }
}

export const serverModels = [anchoredWindows, tokenBucket, leakyBucket]

/** The shortest time in which the model accepts `count` requests, asked at each millisecond. */
export const theoreticalDuration = (model: ServerModel, count: number): number => {
  let accepted = 0
  for (let now = 0; ; now++) {
    while (model.accepts(now)) {
      accepted += 1
      if (accepted === count) return now
    }
  }
}
