import { describe, expect, it } from "vitest"
import { returning, signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"
import { jws } from "../support/jws.ts"

const simulatorOfTwo = () =>
  createCheckedSimulator({
    applications: [{ softwareStatement: "first.a.b" }, { softwareStatement: "second.a.b" }],
    serviceProviders: ["REF30", "OTHER"]
  })

const jane = { iss: "roku", sub: "jane", exp: 4_000_000_000 }

const startTwo = async (header: string, token = jws(jane)) => {
  const simulator = simulatorOfTwo()
  const headers = { [header]: token }
  const first = await startApplication(simulator, { softwareStatement: "first.a.b", headers })
  const second = await startApplication(simulator, {
    softwareStatement: "second.a.b",
    serviceProvider: "OTHER",
    deviceIdentifier: "device-2",
    headers
  })
  return { simulator, first, second }
}

describe.each([
  ["Adobe-Subject-Token", "platformSSO"],
  ["X-Roku-Reserved-Roku-Connect-Token", "platformSSO"],
  ["AD-Service-Token", "serviceTokenSSO"]
])("%s", (header, type) => {
  it("shows the profile of one application to another", async () => {
    const { simulator, first, second } = await startTwo(header)
    await signIn(simulator, first)
    expect((await first.profile("Cablevision")).body.profiles.Cablevision.type).toBe("regular")
    expect((await second.profiles()).body.profiles.Cablevision).toMatchObject({ type, issuer: "Cablevision" })
    expect((await second.profile("Cablevision")).body.profiles.Cablevision.type).toBe(type)
    const [decision] = (await second.authorize("Cablevision", ["OTHER"])).body.decisions
    expect(decision.authorized).toBe(true)
    expect((await second.createSession({ mvpd: "Cablevision" })).body).toMatchObject({
      actionName: "authorize",
      reasonType: "authenticatedSSO"
    })
  })

  it("logs every application out", async () => {
    const { simulator, first, second } = await startTwo(header)
    await signIn(simulator, first)
    expect((await second.logout("Cablevision")).body.logouts.Cablevision.actionName).toBe("logout")
    expect((await first.profiles()).body).toEqual({ profiles: {} })
    expect((await second.profiles()).body).toEqual({ profiles: {} })
  })

  it("needs an integration of the other service provider", async () => {
    const { simulator, first, second } = await startTwo(header)
    await signIn(simulator, first)
    simulator.disableIntegration({ mvpd: "Cablevision", serviceProvider: "OTHER" })
    expect((await second.profiles()).body).toEqual({ profiles: {} })
    expect((await first.profiles()).body.profiles).toHaveProperty("Cablevision")
  })

  it("tells users apart", async () => {
    const { simulator, first } = await startTwo(header)
    await signIn(simulator, first)
    const other = await startApplication(simulator, {
      softwareStatement: "second.a.b",
      headers: { [header]: jws({ ...jane, sub: "joe" }) }
    })
    expect((await other.profiles()).body).toEqual({ profiles: {} })
  })

  it.each([
    ["expired", jws({ ...jane, exp: 1_000 })],
    ["unsigned", jws(jane, "")],
    ["without a subject", jws({ iss: "roku" })],
    ["no token at all", "gibberish"]
  ])("is silently ignored when it is %s, and noted", async (_, token) => {
    const { simulator, first, second } = await startTwo(header, token)
    await signIn(simulator, first)
    expect((await second.profiles()).body).toEqual({ profiles: {} })
    expect(simulator.journal.calls("retrieveProfiles")[0]?.violations).toEqual([
      { rule: "single-sign-on", consequence: "ignored", message: expect.stringContaining(header) }
    ])
  })
})

it("takes the same encrypted platform token for the same user", async () => {
  const { simulator, first, second } = await startTwo("Adobe-Subject-Token", "a.b.c.d.e")
  await signIn(simulator, first)
  expect((await second.profiles()).body.profiles.Cablevision.type).toBe("platformSSO")
})

it("ends for all when the profile of the first application ends", async () => {
  const { simulator, first, second } = await startTwo("AD-Service-Token")
  await signIn(simulator, first)
  simulator.expireProfiles()
  expect((await second.profiles()).body).toEqual({ profiles: {} })
})

it("shares nothing that was authenticated without the token", async () => {
  const { simulator, first, second } = await startTwo("AD-Service-Token")
  const plain = await startApplication(simulator, { softwareStatement: "first.a.b", deviceIdentifier: "device-3" })
  const { code } = (await plain.createSession({ mvpd: "Cablevision", ...returning })).body
  simulator.mvpd.signIn(code)
  expect((await second.profiles()).body).toEqual({ profiles: {} })
  expect((await first.profiles()).body).toEqual({ profiles: {} })
})

it("ignores a service token without an error where the integration does not enable it", async () => {
  const simulator = createCheckedSimulator({
    applications: [{ softwareStatement: "first.a.b" }, { softwareStatement: "second.a.b" }],
    mvpds: [{ id: "Cablevision", serviceTokens: false }]
  })
  const headers = { "AD-Service-Token": jws(jane) }
  const first = await startApplication(simulator, { softwareStatement: "first.a.b", headers })
  const second = await startApplication(simulator, { softwareStatement: "second.a.b", headers })
  await signIn(simulator, first)
  const responses = [await second.profiles(), await second.profile("Cablevision")]
  expect(responses.map(({ status, body }) => [status, body.profiles])).toEqual([
    [200, {}],
    [200, {}]
  ])
  expect(simulator.journal.calls("retrieveProfileForMvpd").map(({ notes }) => notes)).toEqual([
    ["AD-Service-Token is ignored: the integration with Cablevision does not enable it."]
  ])
  simulator.journal.expectNoViolations()
})
