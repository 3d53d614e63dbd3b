import { vi } from "vitest"

/** Stops clocks and timers. Turns of the event loop stay real: the network takes them. */
const stopTime = (): void => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] })
  // Effect keeps a reference to `process.hrtime`.
  vi.spyOn(process.hrtime, "bigint").mockImplementation(() => BigInt(Math.round(performance.now() * 1e6)))
}

const resumeTime = (): void => {
  vi.restoreAllMocks()
  vi.useRealTimers()
}

/** Runs `work` and lets its timers run at once, one after the other; clocks advance accordingly. */
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

/** Long enough for everything that needs no timer. */
const severalTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}
