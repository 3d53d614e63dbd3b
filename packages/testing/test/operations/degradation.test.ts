import { describe, expect, it } from "vitest"
import { returning, signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async (rule: "AuthNAll" | "AuthZAll" | "AuthZNone", message?: string) => {
  const simulator = createCheckedSimulator()
  const application = await startApplication(simulator)
  simulator.degrade({ mvpd: "Cablevision", rule, ...(message === undefined ? {} : { message }) })
  return { simulator, application }
}

const deviceIdentifierHash = /^95cf93bcd183214a[0-9a-f]{40}$/

describe("AuthNAll", () => {
  it("gives everybody a degraded profile of Adobe, yet not in the list", async () => {
    const { application } = await start("AuthNAll")
    const profile = (await application.profile("Cablevision")).body.profiles.Cablevision
    expect(profile).toMatchObject({ type: "degraded", issuer: "Adobe" })
    expect(profile.attributes.userID.value).toMatch(deviceIdentifierHash)
    expect((await application.profiles()).body).toEqual({ profiles: {} })
  })

  it("gives it to a session in progress, too", async () => {
    const simulator = createCheckedSimulator()
    const application = await startApplication(simulator)
    const { code } = (await application.createSession({ mvpd: "Cablevision", ...returning })).body
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    expect((await application.profileForCode(code)).body.profiles.Cablevision.type).toBe("degraded")
    expect((await application.resumeSession(code, {})).body).toMatchObject({
      actionName: "authorize",
      reasonType: "degraded"
    })
  })

  it("permits without a profile, with a token and the decision's validity", async () => {
    const { application } = await start("AuthNAll")
    const [decision] = (await application.authorize("Cablevision", ["REF30"])).body.decisions
    expect(decision).toMatchObject({ authorized: true, source: "degradation", token: expect.any(Object) })
    expect(decision).toHaveProperty("notAfter")
    const [first] = (await application.preauthorize("Cablevision", ["REF30"])).body.decisions
    expect(first).toMatchObject({ authorized: true, source: "degradation" })
  })

  it("completes a logout at once", async () => {
    const { application } = await start("AuthNAll")
    expect((await application.logout("Cablevision")).body).toEqual({
      logouts: { Cablevision: { actionName: "complete", actionType: "none", mvpd: "Cablevision" } }
    })
  })

  it("ends, and an empty profile means authenticate again", async () => {
    const { simulator, application } = await start("AuthNAll")
    simulator.endDegradation({ mvpd: "Cablevision" })
    expect((await application.profile("Cablevision")).body).toEqual({ profiles: {} })
  })
})

describe("AuthZAll", () => {
  it("permits everybody who is authenticated, without the decision's validity", async () => {
    const { simulator, application } = await start("AuthZAll")
    simulator.mvpd.rule("Cablevision", { resource: "*", decision: "deny" })
    const [missing] = (await application.authorize("Cablevision", ["REF30"])).body.decisions
    expect(missing.error.code).toBe("authenticated_profile_missing")
    await signIn(simulator, application)
    const [decision] = (await application.authorize("Cablevision", ["REF30"])).body.decisions
    expect(decision).toMatchObject({ authorized: true, source: "degradation", token: expect.any(Object) })
    expect(decision).not.toHaveProperty("notAfter")
    expect((await application.profile("Cablevision")).body.profiles.Cablevision.type).toBe("regular")
  })
})

describe("AuthZNone", () => {
  it("denies everybody, preauthorization included, with the programmer's message", async () => {
    const { simulator, application } = await start("AuthZNone", "Back at nine")
    await signIn(simulator, application)
    for (const ask of [application.authorize, application.preauthorize]) {
      const [decision] = (await ask("Cablevision", ["REF30"])).body.decisions
      expect(decision).toMatchObject({
        authorized: false,
        source: "degradation",
        error: {
          status: 403,
          code: "authorization_denied_by_degradation_rule",
          action: "none",
          details: "Back at nine"
        }
      })
    }
  })
})
