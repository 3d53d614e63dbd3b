import { simulatorControl } from "@tve-pass/testing/control"
import { createControlApi, startSimulatorServer } from "@tve-pass/testing/server"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { expect, it, onTestFinished } from "vitest"

it("meets a server that is down, because a test in another process says so", async () => {
  const api = createControlApi(() => createSimulatorCore({ throttle: false }))
  const { origin, close } = await startSimulatorServer({ simulator: api.simulator, control: api })
  onTestFinished(close)

  const control = simulatorControl(origin)
  await control.faults.next("retrieveAccessToken", { status: 503 })
  expect((await fetch(`${origin}/o/client/token`, { method: "POST" })).status).toBe(503)
  expect(await control.journal.calls("retrieveAccessToken")).toHaveLength(1)
  await control.reset()
})
