import { describe, expect, it } from "vitest"
import { createScaledClock, type RealTime } from "./scaled-clock.ts"

/** Real time that a test moves. */
const manualTime = () => {
  let now = 0
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>()
  const realTime: RealTime = {
    now: () => now,
    after: (milliseconds, callback) => {
      const timer = { at: now + milliseconds, callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    }
  }
  const advance = (milliseconds: number) => {
    now += milliseconds
    for (const timer of [...timers].sort((one, other) => one.at - other.at)) {
      if (timer.at > now || !timers.delete(timer)) continue
      timer.callback()
    }
  }
  return { realTime, advance }
}

const clockAt = (start: number) => {
  const { realTime, advance } = manualTime()
  return { clock: createScaledClock(start, realTime), advance }
}

describe("createScaledClock", () => {
  it("runs at the speed that it is set to, from then on", () => {
    const { clock, advance } = clockAt(1_000)
    advance(500)
    expect(clock.now()).toBe(1_500)
    clock.setRate(10)
    advance(500)
    expect(clock.now()).toBe(6_500)
    expect(clock.reading()).toEqual({ now: 6_500, rate: 10 })
  })

  it("calls back after simulated time, also if the speed changes while it waits", () => {
    const { clock, advance } = clockAt(0)
    const called: Array<string> = []
    clock.after(10_000, () => called.push("late"))
    const cancel = clock.after(10_000, () => called.push("cancelled"))
    cancel()
    advance(1_000)
    clock.setRate(10)
    advance(899)
    expect(called).toEqual([])
    advance(1)
    expect(called).toEqual(["late"])
  })

  it("lets everything happen that is due in a jump", async () => {
    const { clock, advance } = clockAt(0)
    const slept = clock.sleep(3_600_000).then(() => clock.now())
    clock.jump(3_600_000)
    advance(0)
    expect(await slept).toBe(3_600_000)
  })

  it("never moves back", () => {
    const { clock } = clockAt(5_000)
    clock.set({ now: 4_000, rate: 2 })
    clock.jump(-1)
    expect(clock.reading()).toEqual({ now: 5_000, rate: 2 })
  })

  it("waits longer than a timer of the platform can", () => {
    const { clock, advance } = clockAt(0)
    let isCalled = false
    clock.after(3_000_000_000, () => (isCalled = true))
    advance(2_147_483_647)
    expect(isCalled).toBe(false)
    advance(3_000_000_000 - 2_147_483_647)
    expect(isCalled).toBe(true)
  })

  it("ends a sleep with the reason of its signal", async () => {
    const { clock } = clockAt(0)
    const abort = new AbortController()
    const slept = clock.sleep(100, abort.signal)
    abort.abort("enough")
    await expect(slept).rejects.toBe("enough")
    await expect(clock.sleep(100, abort.signal)).rejects.toBe("enough")
  })
})
