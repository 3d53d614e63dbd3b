import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runHistory } from "./run-history.ts"
import { history } from "./step.ts"

const histories = Number(process.env["HISTORIES"] ?? 10_000)
const seed = Number(process.env["HISTORY_SEED"] ?? Date.now() % 1_000_000_007)

describe("any mix of faults, clock jumps, aborts and restarts", { retry: 0 }, () => {
  it("breaks no promise of the auth layer", async () => {
    console.log(`${histories} random histories, HISTORY_SEED=${seed}`)
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        expect(await runHistory(steps)).toStrictEqual([])
      }),
      { numRuns: histories, seed, endOnFailure: false }
    )
  })
})
