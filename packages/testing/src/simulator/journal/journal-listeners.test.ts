import { expect, it } from "vitest"
import { createSimulatorCore } from "../simulator.ts"

const call = (simulator: ReturnType<typeof createSimulatorCore>) =>
  simulator.fetch(`${simulator.origin}/o/client/token`, {
    method: "POST",
    body: new URLSearchParams({ client_secret: "s" })
  })

it("passes each call to a listener, redacted, until the listener is removed", async () => {
  const simulator = createSimulatorCore()
  const heard: Array<unknown> = []
  const stop = simulator.journal.onCall(({ operation, status, body }) => heard.push({ operation, status, body }))
  await call(simulator)
  stop()
  await call(simulator)
  expect(heard).toEqual([{ operation: "retrieveAccessToken", status: 400, body: { client_secret: "<redacted>" } }])
})
