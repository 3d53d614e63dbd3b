import { deviceInfoHeader } from "@tve-pass/client"
import { createDcrClient } from "@tve-pass/client/dcr"
import { createSimulator, scenarios } from "@tve-pass/testing"
import { expect, it } from "vitest"

const television = deviceInfoHeader({
  model: "OLED55",
  version: "1.0",
  osName: "webOS",
  osVersion: "7.0",
  connectionType: "LAN"
})

it("gets along without registering again", async () => {
  const simulator = createSimulator(scenarios.returningViewer)
  const { clientId, clientSecret } = scenarios.returningViewer.remembered

  const dcr = createDcrClient({ origin: simulator.origin, fetch: simulator.fetch })
  const token = await dcr.POST("/o/client/token", {
    params: { header: television },
    body: { client_id: clientId, client_secret: clientSecret, grant_type: "client_credentials" }
  })

  expect(token.data?.expires_in).toBe(21_600)
  expect(simulator.journal.calls("registerClient")).toHaveLength(0)
  simulator.journal.expectNoViolations()
})
