import { Bucket } from "../../src/throttle/bucket.ts"
import { defaultThrottleLimits, type ThrottleLimits } from "../../src/throttle/index.ts"
import type { ServerModel } from "./server-models.ts"

/** How the pages of a device space their requests. */
export interface Strategy {
  readonly burstReading: ThrottleLimits["burstReading"]
  /** A failure without a response, after more requests than the sustained rate allows, counts as a 429. */
  readonly holdsAfterFailure: boolean
  /** One bucket for all tabs, or one for each. */
  readonly isShared: boolean
}

/** What became of the calls of all tabs. */
export interface Outcome {
  /** Calls that end with "Failed to fetch", because the page may not read the 429. */
  readonly failed: number
  /** Seconds until the last call has ended. */
  readonly seconds: number
}

/** Calls at the start of each tab, and after each of three pauses of four seconds. */
const bursts = [8, 3, 3, 3]
const pause = 4_000
const latency = 50

/**
 * Runs the tabs of one device against a server whose 429 the pages cannot read (docs/protocol/throttling.md, section 4:
 * it has no CORS headers): millisecond by millisecond, all tabs at once.
 */
export const runTabs = (model: ServerModel, tabs: number, strategy: Strategy): Outcome => {
  const limits = { ...defaultThrottleLimits, burstReading: strategy.burstReading }
  const shared = new Bucket(limits, 0)
  const pages = Array.from({ length: tabs }, () => ({
    bucket: strategy.isShared ? shared : new Bucket(limits, 0),
    waiting: 0,
    under: 0,
    phase: 0,
    nextBurst: 0
  }))
  const responses: Array<{ readonly at: number; readonly page: (typeof pages)[number]; readonly isFailed: boolean }> =
    []
  let failed = 0
  let last = 0
  for (let now = 0; pages.some(({ phase, waiting, under }) => phase < bursts.length || waiting + under > 0); now++) {
    for (const response of responses.splice(0).map((each) => each)) {
      if (response.at > now) responses.push(response)
      else {
        const { page } = response
        page.under -= 1
        last = now
        if (response.isFailed) {
          failed += 1
          if (strategy.holdsAfterFailure) page.bucket.rejected(now, 1_000)
        }
        if (page.waiting + page.under === 0) page.nextBurst = now + pause
      }
    }
    for (const page of pages) {
      if (page.waiting + page.under === 0 && page.phase < bursts.length && now >= page.nextBurst) {
        page.waiting = bursts[page.phase] ?? 0
        page.phase += 1
      }
    }
    // One request of each tab in turn, as browsers do.
    for (let isSending = true; isSending;) {
      isSending = false
      for (const page of pages) {
        if (page.waiting === 0 || page.bucket.readyIn(now) > 0) continue
        page.bucket.spend()
        page.waiting -= 1
        page.under += 1
        responses.push({ at: now + latency, page, isFailed: !model.accepts(now) })
        isSending = true
      }
    }
  }
  return { failed, seconds: last / 1000 }
}
