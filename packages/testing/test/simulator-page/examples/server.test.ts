import { createSimulator, scenarios } from "@tve-pass/testing"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { expect, it, onTestFinished } from "vitest"

it("is slow to respond", async () => {
  const simulator = createSimulator(scenarios.severalProfiles)
  const server = await startSimulatorServer({ simulator })
  onTestFinished(server.close)

  simulator.faults.next("retrieveAccessToken", { hang: true })
  const call = fetch(`${server.origin}/o/client/token`, { method: "POST", signal: AbortSignal.timeout(100) })
  await expect(call).rejects.toThrow("timeout")
})
