import { expect, test } from "vitest"
import { start } from "../processes/child-process.ts"

const devices = 4_000

test("a device takes at most 600 bytes while it is active, and none once it is idle and its records are elsewhere", async () => {
  const program = start("pool-memory.ts", `${devices}`)
  const { active, held, idle, heldWhenIdle } = JSON.parse(await program.nextLine())
  await program.ended
  expect([held, heldWhenIdle]).toStrictEqual([devices, 0])
  // Its token has five characters.
  expect(active).toBeLessThanOrEqual(600)
  expect(idle).toBeLessThanOrEqual(100)
})
