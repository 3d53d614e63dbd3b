import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runHistory } from "./run-history.ts"
import { history, type Step } from "./step.ts"

const histories = Number(process.env["HISTORIES"] ?? 10_000)
const seed = Number(process.env["HISTORY_SEED"] ?? Date.now() % 1_000_000_007)

/** A page that resumes after the end of its code, which a clock that was set back hides from it, and polls again after a failure. */
const resumedAfterTheEnd: ReadonlyArray<Step> = [
  { do: "sign-in-with-code" },
  { do: "reload" },
  { do: "wait", millis: 3_000 },
  { do: "set-clock", millis: -86_400_000 },
  { do: "network", fault: "offline", times: 1 },
  { do: "wait", millis: 19_000 },
  { do: "resume" }
]

describe("any mix of cancelling, waking, reloading, new codes, faults and clock jumps", { retry: 0 }, () => {
  it("never polls within 3 s or after the end, never signs out, and leaves no promise open", async () => {
    console.log(`${histories} random histories, HISTORY_SEED=${seed}`)
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        expect(await runHistory(steps)).toStrictEqual([])
      }),
      { numRuns: histories, seed, endOnFailure: false, examples: [[resumedAfterTheEnd]] }
    )
  })
})
