import { expect, it } from "vitest"
import { createManualClock } from "./manual-clock.ts"

const order = async (clock: ReturnType<typeof createManualClock>, naps: ReadonlyArray<number>) => {
  const woken: number[] = []
  const sleeping = naps.map((nap) => clock.sleep(nap).then(() => woken.push(nap)))
  return { woken, sleeping: Promise.all(sleeping) }
}

it("stands still until it is advanced", () => {
  const clock = createManualClock(7)
  expect([clock.now(), clock.now()]).toEqual([7, 7])
  clock.advance(3)
  expect(clock.now()).toBe(10)
})

it("wakes sleepers in the order of their time", async () => {
  const clock = createManualClock()
  const { woken, sleeping } = await order(clock, [300, 100, 200])
  clock.advance(299)
  await Promise.resolve()
  expect(woken).toEqual([100, 200])
  clock.advance(1)
  await sleeping
  expect(woken).toEqual([100, 200, 300])
})

it("lets a sleeper go whose signal aborts", async () => {
  const clock = createManualClock()
  const abort = new AbortController()
  const nap = clock.sleep(100, abort.signal)
  abort.abort("enough")
  await expect(nap).rejects.toBe("enough")
  await expect(clock.sleep(100, abort.signal)).rejects.toBe("enough")
})
