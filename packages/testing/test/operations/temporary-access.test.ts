import { describe, expect, it } from "vitest"
import { returning, startApplication, type TestApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async () => {
  const simulator = createCheckedSimulator({
    mvpds: [
      { id: "basic", temporaryAccess: { type: "basic", duration: 180 } },
      { id: "promotional", temporaryAccess: { type: "promotional", duration: 600, resources: 2 } },
      { id: "broken", temporaryAccess: { type: "misconfigured" } }
    ]
  })
  return { simulator, application: await startApplication(simulator) }
}

const identity = (email: string) => ({ "AP-TempPass-Identity": btoa(JSON.stringify({ email })) })

const outcome = async (application: TestApplication, mvpd: string, resource: string, own?: Record<string, string>) => {
  const [decision] = (await application.authorize(mvpd, [resource], own)).body.decisions
  return decision.authorized === true ? decision.source : [decision.error.status, decision.error.code]
}

const durationOver = [403, "temporary_access_duration_limit_exceeded"]

describe("basic temporary access", () => {
  it("lasts from the first authorization, whatever is watched", async () => {
    const { simulator, application } = await start()
    simulator.clock.advance(3_600_000)
    expect(await outcome(application, "basic", "a")).toBe("temppass")
    simulator.clock.advance(179_999)
    expect(await outcome(application, "basic", "b")).toBe("temppass")
    simulator.clock.advance(1)
    expect(await outcome(application, "basic", "a")).toEqual(durationOver)
    const [decision] = (await application.preauthorize("basic", ["a"])).body.decisions
    expect(decision.error.code).toBe(durationOver[1])
  })

  it("shows a temporary profile of Adobe, and a 403 when it is used up", async () => {
    const { simulator, application } = await start()
    await outcome(application, "basic", "a")
    const end = simulator.clock.now() + 180_000
    const { profiles } = (await application.profile("basic")).body
    expect(profiles.basic).toMatchObject({ type: "temporary", issuer: "Adobe", notAfter: end })
    expect(profiles.basic.attributes).toEqual({
      expiration_date: { value: end, state: "plain" },
      userID: { value: expect.stringMatching(/^temppass_[0-9a-f]{40}$/), state: "plain" }
    })
    expect((await application.profiles()).body).toEqual({ profiles: {} })
    simulator.exhaustTemporaryAccess({ mvpd: "basic", deviceIdentifier: application.deviceIdentifier })
    const { status, body } = await application.profile("basic")
    expect([status, body.code, body.action]).toEqual([403, durationOver[1], "authentication"])
  })

  it("is the device's, not the registration's", async () => {
    const { simulator, application } = await start()
    await outcome(application, "basic", "a")
    simulator.clock.advance(180_000)
    expect(await outcome(await startApplication(simulator), "basic", "a")).toEqual(durationOver)
    const other = await startApplication(simulator, { deviceIdentifier: "device-2" })
    expect(await outcome(other, "basic", "a")).toBe("temppass")
  })

  it("starts anew after a reset, of one device or of all", async () => {
    const { simulator, application } = await start()
    const other = await startApplication(simulator, { deviceIdentifier: "device-2" })
    const both = async () => [await outcome(application, "basic", "a"), await outcome(other, "basic", "a")]
    await both()
    simulator.clock.advance(180_000)
    expect(await both()).toEqual([durationOver, durationOver])
    simulator.resetTemporaryAccess({ mvpd: "basic", deviceIdentifier: application.deviceIdentifier })
    expect(await both()).toEqual(["temppass", durationOver])
    simulator.resetTemporaryAccess({ mvpd: "basic" })
    expect(await both()).toEqual(["temppass", "temppass"])
  })

  it("asks for no identity, and is another device's trial whatever identity is sent", async () => {
    const { simulator, application } = await start()
    await outcome(application, "basic", "a", identity("jane"))
    simulator.clock.advance(180_000)
    const other = await startApplication(simulator, { deviceIdentifier: "device-2" })
    expect(await outcome(other, "basic", "a", identity("jane"))).toBe("temppass")
  })

  it("needs neither login nor logout", async () => {
    const { application } = await start()
    expect((await application.createSession({ mvpd: "basic" })).body.reasonType).toBe("temporary")
    expect((await application.logout("basic")).body.logouts.basic.actionName).toBe("complete")
  })
})

describe("promotional temporary access", () => {
  it("is limited in resources, of which one counts once", async () => {
    const { application } = await start()
    const jane = identity("jane@example.com")
    expect(await outcome(application, "promotional", "a", jane)).toBe("temppass")
    expect(await outcome(application, "promotional", "a", jane)).toBe("temppass")
    const { attributes } = (await application.profile("promotional", jane)).body.profiles.promotional
    expect(attributes).toMatchObject({ remaining_resources: { value: 1 }, used_assets: { value: ["a"] } })
    expect(await outcome(application, "promotional", "b", jane)).toBe("temppass")
    const over = [403, "temporary_access_resources_limit_exceeded"]
    expect(await outcome(application, "promotional", "c", jane)).toEqual(over)
    expect(await outcome(application, "promotional", "a", jane)).toBe("temppass")
    const { status, body } = await application.profile("promotional", jane)
    expect([status, body.code]).toEqual(over)
  })

  it("is the same trial for the same device or the same identity, and a new one only for two new ones", async () => {
    const { simulator, application } = await start()
    await outcome(application, "promotional", "a", identity("jane"))
    simulator.clock.advance(600_000)
    const other = await startApplication(simulator, { deviceIdentifier: "device-2" })
    const durations = [
      await outcome(application, "promotional", "a", identity("joe")),
      await outcome(other, "promotional", "a", identity("jane")),
      await outcome(other, "promotional", "a", identity("jim"))
    ]
    expect(durations).toEqual([durationOver, durationOver, "temppass"])
  })

  it("stays used up for an identity that borrows the device of another trial", async () => {
    const { simulator, application } = await start()
    const [jane, joe] = [identity("jane"), identity("joe")]
    for (const resource of ["a", "b"]) await outcome(application, "promotional", resource, jane)
    const joes = await startApplication(simulator, { deviceIdentifier: "device-2" })
    await outcome(joes, "promotional", "a", joe)
    const over = [403, "temporary_access_resources_limit_exceeded"]
    expect(await outcome(joes, "promotional", "c", jane)).toEqual(over)
    const third = await startApplication(simulator, { deviceIdentifier: "device-3" })
    expect(await outcome(third, "promotional", "c", jane)).toEqual(over)
    // Refused, the attempt did not make the two trials one.
    expect(await outcome(joes, "promotional", "c", joe)).toBe("temppass")
  })

  it("becomes one trial when the device of one and the identity of another meet", async () => {
    const { simulator, application } = await start()
    const [jane, joe] = [identity("jane"), identity("joe")]
    await outcome(application, "promotional", "a", jane)
    simulator.clock.advance(300_000)
    const joes = await startApplication(simulator, { deviceIdentifier: "device-2" })
    await outcome(joes, "promotional", "b", joe)
    expect(await outcome(joes, "promotional", "a", jane)).toBe("temppass")
    const over = [403, "temporary_access_resources_limit_exceeded"]
    expect(await outcome(joes, "promotional", "c", joe)).toEqual(over)
    simulator.clock.advance(300_000)
    expect(await outcome(joes, "promotional", "b", joe)).toEqual(durationOver)
  })

  it("takes no identity in preauthorization", async () => {
    const { simulator, application } = await start()
    await outcome(application, "promotional", "a", identity("jane"))
    simulator.clock.advance(600_000)
    const other = await startApplication(simulator, { deviceIdentifier: "device-2" })
    const [decision] = (await other.preauthorize("promotional", ["a"], identity("jane"))).body.decisions
    expect(decision.authorized).toBe(true)
  })

  it.each([
    ["nothing", {}],
    ["no Base64", { "AP-TempPass-Identity": "jane" }],
    ["no object", { "AP-TempPass-Identity": btoa('"jane"') }],
    ["an empty text", { "AP-TempPass-Identity": btoa('{"email":""}') }]
  ])("wants an identity, not %s", async (_, own) => {
    const { application } = await start()
    const missing = [400, "invalid_header_identity_for_temporary_access"]
    expect(await outcome(application, "promotional", "a", own)).toEqual(missing)
    const { status, body } = await application.profile("promotional", own)
    expect([status, body.code]).toEqual(missing)
  })

  it("permits in preauthorization while the pass is valid", async () => {
    const { application } = await start()
    const { decisions } = (await application.preauthorize("promotional", ["a", "b", "c"])).body
    expect(decisions.map(({ authorized }: { authorized: boolean }) => authorized)).toEqual([true, true, true])
  })

  it("is found by the code of a session that a second screen gave it to", async () => {
    const { application } = await start()
    const { code } = (await application.createSession({})).body
    const { body } = await application.resumeSession(code, { mvpd: "promotional", ...returning })
    expect(body).toMatchObject({ actionName: "authorize", reasonType: "temporary" })
    const { profiles } = (await application.profileForCode(code, identity("jane"))).body
    expect(profiles.promotional.type).toBe("temporary")
  })
})

it("tells a misconfigured pass from one that is used up", async () => {
  const { application } = await start()
  const code = "invalid_configuration_temporary_access"
  expect(await outcome(application, "broken", "a")).toEqual([500, code])
  const { status, body } = await application.profile("broken")
  expect([status, body.code, body.action]).toEqual([500, code, "configuration"])
})
