import { describe, expect, it } from "vitest"
import { createManualClock, createSimulator } from "../src/index.ts"
import { jws } from "./support/jws.ts"
import { signIn, startApplication } from "./support/application.ts"

const hour = 60 * 60 * 1_000

const start = (model: "A" | "B" = "A") => {
  const clock = createManualClock()
  const simulator = createSimulator({ clock, throttle: { model }, mvpds: [{ id: "Dish", profileLifetime: 3_600 }] })
  const visit = async (from: number, to: number) => {
    for (let device = from; device < to; device += 1) {
      const address = `203.0.113.${device}`
      const application = await startApplication(simulator, {
        deviceIdentifier: `device-${device}`,
        address,
        headers: { "AD-Service-Token": jws({ sub: `viewer-${device}` }) }
      })
      await signIn(simulator, application, "Dish")
    }
  }
  return { clock, simulator, visit }
}

const stateCounts = ({ clients, others }: { clients: number; others: number }) => ({
  clients,
  accessTokens: others,
  sessions: others,
  profileOwners: others,
  singleSignOnIdentities: others,
  buckets: others
})

describe("state that is idle", () => {
  it("is dropped: tokens, sessions, profiles and buckets of devices that are gone", async () => {
    const { clock, simulator, visit } = start()
    await visit(0, 20)
    expect(simulator.stateCounts()).toEqual(stateCounts({ clients: 20, others: 20 }))
    clock.advance(48 * hour)
    await visit(20, 30)
    expect(simulator.stateCounts()).toEqual(stateCounts({ clients: 30, others: 10 }))
  })

  it("keeps credentials, which never expire", async () => {
    const { clock, simulator } = start()
    const application = await startApplication(simulator)
    clock.advance(365 * 24 * hour)
    await application.refresh()
    expect((await application.configuration()).status).toBe(200)
  })

  it("drops the bucket of a model that fills again as soon as it is full", async () => {
    const { clock, simulator, visit } = start("B")
    await visit(0, 5)
    clock.advance(11_000)
    await visit(5, 6)
    expect(simulator.stateCounts().buckets).toBe(1)
  })
})
