import { describe, expect, it } from "vitest"
import { createManualClock, createSimulator } from "../../src/index.ts"
import { startApplication } from "../support/application.ts"

const start = async () => {
  const clock = createManualClock()
  const simulator = createSimulator({
    clock,
    throttle: false,
    mvpds: [{ id: "Cablevision", flags: { boardingStatus: "SUPPORTED" } }, { id: "Dish" }],
    serviceProviders: ["REF30", "OTHER"]
  })
  const application = await startApplication(simulator)
  const other = await startApplication(simulator, { serviceProvider: "OTHER" })
  return { clock, simulator, application, other }
}

const mvpdsOf = ({ body }: { readonly body: { readonly requestor: { readonly mvpds: ReadonlyArray<object> } } }) =>
  body.requestor.mvpds

const idsOf = (configuration: Parameters<typeof mvpdsOf>[0]) =>
  mvpdsOf(configuration).map((mvpd) => "id" in mvpd && mvpd.id)

const apple = { "X-Device-Info": btoa(JSON.stringify({ model: "A", version: "1", osName: "tvOS", osVersion: "1" })) }

describe("the configuration", () => {
  it("follows the integrations of its service provider", async () => {
    const { simulator, application, other } = await start()
    expect(idsOf(await application.configuration())).toEqual(["Cablevision", "Dish"])
    simulator.disableIntegration({ mvpd: "Dish", serviceProvider: "REF30" })
    expect(idsOf(await application.configuration())).toEqual(["Cablevision"])
    expect(idsOf(await other.configuration())).toEqual(["Cablevision", "Dish"])
    simulator.enableIntegration({ mvpd: "Dish", serviceProvider: "REF30" })
    expect(idsOf(await application.configuration())).toEqual(["Cablevision", "Dish"])
  })

  it("has the flags of Apple platforms for their devices only", async () => {
    const { application } = await start()
    for (const _ of [1, 2]) {
      expect(mvpdsOf(await application.configuration())[0]).not.toHaveProperty("boardingStatus")
      expect(mvpdsOf(await application.configuration(apple))[0]).toHaveProperty("boardingStatus", "SUPPORTED")
    }
  })

  it("is whole again after a fault that changed it", async () => {
    const { simulator, application } = await start()
    const whole = await application.configuration()
    simulator.faults.next("retrieveConfiguration", { unknownValue: "clientType" })
    expect((await application.configuration()).body).toEqual({ ...whole.body, clientType: "a_value_from_the_future" })
    expect((await application.configuration()).body).toEqual(whole.body)
  })

  it("counts each response, and its values once, in the coverage", async () => {
    const { simulator, application } = await start()
    await application.configuration(apple)
    await application.configuration(apple)
    const { operations, enumValues } = simulator.journal.coverage()
    expect(operations.retrieveConfiguration.responses).toEqual({ 200: 2 })
    expect(enumValues.BoardingStatus.seen).toEqual(["SUPPORTED"])
  })

  it("is dated by the clock, to the second", async () => {
    const { clock, application } = await start()
    const dates = []
    for (const milliseconds of [0, 999, 1, 86_400_000]) {
      clock.advance(milliseconds)
      const { headers } = await application.configuration()
      expect(headers.get("date")).toBe(new Date(clock.now()).toUTCString())
      dates.push(headers.get("date"))
    }
    expect(new Set(dates).size).toBeGreaterThan(1)
  })
})
