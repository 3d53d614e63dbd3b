import type { Clock } from "@tve-pass/testing/simulator"

/** The reading of a clock, with which another one can be set. */
export interface ClockReading {
  /** Milliseconds since the epoch, in simulated time. */
  readonly now: number
  /** Simulated milliseconds for each real one. */
  readonly rate: number
}

/** The machine's time. Tests replace it. */
export interface RealTime {
  /** Milliseconds; only differences matter. */
  readonly now: () => number
  /** Calls back once, after some real milliseconds. Returns a function that cancels. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
}

/** A clock that runs faster than the machine's, and jumps forward. */
export interface ScaledClock extends Clock {
  readonly reading: () => ClockReading
  /** Changes the speed from now on. */
  readonly setRate: (rate: number) => void
  /** Advances the time immediately, and runs everything that is due. */
  readonly jump: (milliseconds: number) => void
  /** Sets the clock to the reading of another one. Never moves back. */
  readonly set: (reading: ClockReading) => void
  /** Calls back once, after some simulated milliseconds. Returns a function that cancels. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
}

interface Timer {
  readonly dueAt: number
  readonly callback: () => void
  cancel: () => void
}

/** Longest delay that a timer of the platform can take, in milliseconds. */
const longestDelay = 2_147_483_647

const machineTime: RealTime = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  }
}

/**
 * Creates a clock that starts at the machine's time and speed.
 *
 * @param start Milliseconds since the epoch.
 */
export const createScaledClock = (start: number = Date.now(), realTime: RealTime = machineTime): ScaledClock => {
  let rate = 1
  let simulatedBase = start
  let realBase = realTime.now()
  const timers = new Set<Timer>()

  const now = () => simulatedBase + (realTime.now() - realBase) * rate
  const schedule = (timer: Timer) => {
    const wait = Math.min(Math.max(0, (timer.dueAt - now()) / rate), longestDelay)
    timer.cancel = realTime.after(wait, () => {
      // A platform may call back a fraction of a millisecond early, and cannot wait longer than some weeks.
      if (timer.dueAt - now() >= 1) return schedule(timer)
      timers.delete(timer)
      timer.callback()
    })
  }
  const change = (reading: ClockReading) => {
    simulatedBase = Math.max(reading.now, now())
    realBase = realTime.now()
    rate = reading.rate
    for (const timer of timers) {
      timer.cancel()
      schedule(timer)
    }
  }
  const after = (milliseconds: number, callback: () => void) => {
    const timer: Timer = { dueAt: now() + Math.max(0, milliseconds), callback, cancel: () => {} }
    timers.add(timer)
    schedule(timer)
    return () => {
      timers.delete(timer)
      timer.cancel()
    }
  }
  return {
    now,
    reading: () => ({ now: now(), rate }),
    setRate: (next) => change({ now: now(), rate: next }),
    jump: (milliseconds) => change({ now: now() + Math.max(0, milliseconds), rate }),
    set: change,
    after,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason)
        const abort = () => {
          cancel()
          reject(signal?.reason)
        }
        const cancel = after(milliseconds, () => {
          signal?.removeEventListener("abort", abort)
          resolve()
        })
        signal?.addEventListener("abort", abort, { once: true })
      })
  }
}
