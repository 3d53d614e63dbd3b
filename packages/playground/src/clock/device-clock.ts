import { createScaledClock, type ScaledClock } from "./scaled-clock.ts"

/**
 * Replaces `Date.now`, `performance.now` and the timers of the page with a clock of adjustable speed. The application
 * of the page needs no change. Import this module before all others.
 */
export const deviceClock: ScaledClock = install()

function install(): ScaledClock {
  const { performance, setTimeout, clearTimeout } = globalThis
  const realNow = performance.now.bind(performance)
  const clock = createScaledClock(Date.now(), {
    now: realNow,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    }
  })
  const started = clock.now()
  const cancels = new Map<number, () => void>()
  // Far from the numbers of the platform's own timers, which remain in use for intervals and by what started before.
  let lastTimer = 1_000_000_000

  Date.now = () => Math.floor(clock.now())
  performance.now = () => clock.now() - started
  const setScaledTimeout = (callback: () => void, milliseconds = 0): number => {
    const timer = (lastTimer += 1)
    cancels.set(
      timer,
      clock.after(milliseconds, () => {
        cancels.delete(timer)
        callback()
      })
    )
    return timer
  }
  const clearScaledTimeout = (timer?: number): void => {
    if (timer === undefined) return
    const cancel = cancels.get(timer)
    if (cancel === undefined) return clearTimeout(timer)
    cancels.delete(timer)
    cancel()
  }
  // Boundary: the declarations of Node and of the browser differ in what a timer is.
  Object.assign(globalThis, { setTimeout: setScaledTimeout, clearTimeout: clearScaledTimeout })
  return clock
}
