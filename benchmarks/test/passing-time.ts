import { vi } from "vitest"

/** Clocks stand still from here on, and timers wait. Turns of the event loop stay real: the network takes them. */
const stopTime = (): void => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] })
  // Effect holds on to `process.hrtime`, which replaced timers would not reach.
  vi.spyOn(process.hrtime, "bigint").mockImplementation(() => BigInt(Math.round(performance.now() * 1e6)))
}

const resumeTime = (): void => {
  vi.restoreAllMocks()
  vi.useRealTimers()
}

/** What becomes of `work` when its timers are due at once, one after the other: clocks show what they would show. */
export const withPassingTime = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  stopTime()
  try {
    const progress = { settled: false }
    const result = work().finally(() => (progress.settled = true))
    while (!progress.settled) {
      await severalTurns()
      vi.advanceTimersToNextTimer()
    }
    return await result
  } finally {
    resumeTime()
  }
}

/** Long enough for whatever is due without a timer. */
const severalTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}
