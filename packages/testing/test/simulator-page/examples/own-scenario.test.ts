import { createSimulator, type SimulatorOptions } from "@tve-pass/testing"
import { expect, it } from "vitest"

const kidsProfile: SimulatorOptions = {
  serviceProviders: ["KIDS"],
  mvpds: [{ id: "Cablevision", viewers: [{ id: "lily", attributes: { maxRating: { value: { MPAA: "PG" } } } }] }],
  clients: [{ clientId: "kept-id", clientSecret: "kept-secret" }],
  setup: (simulator) => {
    simulator.grantProfile({ clientId: "kept-id", deviceIdentifier: "tablet-1", mvpd: "Cablevision" })
    simulator.mvpd.rule("Cablevision", { resource: "KIDS-late", decision: "deny", details: "Ask a grown-up." })
  }
}

it("refuses the late show", async () => {
  const { origin, fetch } = createSimulator(kidsProfile)
  const token = await fetch(`${origin}/o/client/token`, {
    method: "POST",
    body: new URLSearchParams({
      client_id: "kept-id",
      client_secret: "kept-secret",
      grant_type: "client_credentials"
    })
  })
  const { access_token } = await token.json()

  const response = await fetch(`${origin}/api/v2/KIDS/decisions/authorize/Cablevision`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${access_token}`,
      "Content-Type": "application/json;charset=utf-8",
      "AP-Device-Identifier": `fingerprint ${btoa("tablet-1")}`,
      "X-Device-Info": btoa(JSON.stringify({ model: "Tab", version: "1", osName: "Android" }))
    },
    body: JSON.stringify({ resources: ["KIDS-late"] })
  })
  const { decisions } = await response.json()
  expect(decisions[0]).toMatchObject({ authorized: false, error: { details: "Ask a grown-up." } })
})
