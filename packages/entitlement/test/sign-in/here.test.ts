import { describe, expect, it } from "vitest"
import { cablevision, codeIn, entitlementUnderTest } from "../support/entitlement-under-test.ts"

describe("a sign-in on this screen", () => {
  it("polls only after the user agent has reached `redirectUrl`", async () => {
    const { entitlement, simulator, clock, count, states } = entitlementUnderTest()
    const signIn = entitlement.signInHere({
      mvpd: cablevision,
      open: async (address) => {
        await new Promise<void>((resolve) => clock.schedule(90_000, resolve))
        expect(count("retrieveProfileForCode")).toBe(0)
        simulator.mvpd.signIn(codeIn(address))
        return "reached"
      }
    })
    expect(await clock.finish(signIn)).toMatchObject({ kind: "signed-in", access: { mvpd: cablevision } })
    expect(count("retrieveProfileForCode")).toBe(1)
    expect(simulator.journal.calls("createAuthenticationSession")[0]?.body).toEqual({
      mvpd: "Cablevision",
      domainName: "adobe.com",
      redirectUrl: "https://adobe.com/"
    })
    expect(states).toEqual(["signing-in/session", "signing-in/user-agent", "signing-in/confirming", "signed-in"])
    simulator.journal.expectNoViolations()
  })

  it("looks once after the user agent was closed: the viewer may have finished", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    const signIn = entitlement.signInHere({
      mvpd: cablevision,
      open: async (address) => {
        simulator.mvpd.signIn(codeIn(address))
        return "closed"
      }
    })
    expect(await clock.finish(signIn)).toMatchObject({ kind: "signed-in" })
  })

  it("is not finished where the user agent was closed before the login", async () => {
    const { entitlement, clock, count } = entitlementUnderTest()
    const signIn = entitlement.signInHere({ mvpd: cablevision, open: async () => "closed" })
    expect(await clock.finish(signIn)).toEqual({ kind: "not-finished" })
    await clock.advance(60_000)
    expect(count("retrieveProfileForCode")).toBe(1)
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "sign-in-ended", remembered: cablevision })
  })

  it("aborts the signal of `open` when it is cancelled, and settles", async () => {
    const { entitlement, clock } = entitlementUnderTest()
    const abort = new AbortController()
    let closed = false
    const signIn = entitlement.signInHere({
      mvpd: cablevision,
      signal: abort.signal,
      open: (_address, { signal }) =>
        new Promise(() => {
          signal.addEventListener("abort", () => (closed = true))
        })
    })
    await clock.settle()
    abort.abort()
    expect(await signIn).toEqual({ kind: "cancelled" })
    expect(closed).toBe(true)
  })

  it("fails where the application cannot open a user agent", async () => {
    const { entitlement, clock } = entitlementUnderTest()
    const signIn = entitlement.signInHere({
      mvpd: cablevision,
      open: () => Promise.reject(new Error("The popup was blocked."))
    })
    await expect(clock.finish(signIn)).rejects.toMatchObject({ code: "user-agent" })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "failed", during: "signing-in" })
  })

  it("opens nothing where no login is needed", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    const signIn = entitlement.signInHere({
      mvpd: cablevision,
      open: () => Promise.reject(new Error("It must not open."))
    })
    expect(await clock.finish(signIn)).toMatchObject({ kind: "signed-in", access: { kind: "degraded" } })
  })

  it("supplies at once what the server says is missing", async () => {
    const { entitlement, simulator, clock, count } = entitlementUnderTest()
    const code = "8ER640M"
    simulator.faults.next("createAuthenticationSession", { status: 200, json: resumable(code) })
    simulator.faults.next("resumeAuthenticationSession", {
      status: 200,
      json: { ...resumable(code), actionName: "authenticate", url: `/api/v2/authenticate/REF30/${code}` }
    })
    const signIn = entitlement.signInHere({ mvpd: cablevision, open: async () => "closed" })
    await clock.finish(signIn)
    expect(count("resumeAuthenticationSession")).toBe(1)
  })

  it("is unsupported where the same is missing again", async () => {
    const { entitlement, simulator, clock, count } = entitlementUnderTest()
    simulator.faults.next("createAuthenticationSession", { status: 200, json: resumable("8ER640M") })
    simulator.faults.next("resumeAuthenticationSession", {
      status: 200,
      json: { ...resumable("8ER640M"), actionName: "retry" }
    })
    const signIn = entitlement.signInHere({ mvpd: cablevision, open: async () => "closed" })
    expect(await clock.finish(signIn)).toMatchObject({
      kind: "unsupported",
      member: "missingParameters",
      value: "redirectUrl"
    })
    expect(count("resumeAuthenticationSession")).toBe(1)
  })

  it("fails where a response lacks what the next step needs", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    const { code: _, ...withoutCode } = resumable("8ER640M")
    simulator.faults.next("createAuthenticationSession", {
      status: 200,
      json: { ...withoutCode, actionName: "authenticate" }
    })
    const signIn = entitlement.signInHere({ mvpd: cablevision, open: async () => "closed" })
    await expect(clock.finish(signIn)).rejects.toMatchObject({
      code: "malformed-response",
      reason: { missing: "code" }
    })
  })
})

const resumable = (code: string) => ({
  actionName: "resume",
  actionType: "direct",
  reasonType: "none",
  missingParameters: ["redirectUrl"],
  url: `/api/v2/REF30/sessions/${code}`,
  code,
  sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
  serviceProvider: "REF30",
  notBefore: "1752148106221",
  notAfter: "1752149906221"
})
