import { describe, expect, it } from "vitest"
import { cablevision, entitlementUnderTest } from "../support/entitlement-under-test.ts"
import { shownBy } from "../support/shown-by.ts"

describe("a sign-in with a code", () => {
  it("polls at once, then every 5 s, until the viewer has signed in", async () => {
    const { entitlement, simulator, clock, count, states } = entitlementUnderTest()
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    await clock.settle()
    expect(shownBy(signIn)).toMatchObject({ missing: [], polls: 1, nextPollAt: clock.now() + 5_000 })
    await clock.advance(12_000)
    simulator.mvpd.signIn(shownBy(signIn).code)
    expect(count("retrieveProfileForCode")).toBe(3)
    expect(await clock.finish(signIn.result)).toMatchObject({
      kind: "signed-in",
      access: { kind: "regular", mvpd: cablevision }
    })
    expect(count("retrieveProfileForCode")).toBe(4)
    await clock.advance(600_000)
    expect(count("retrieveProfileForCode")).toBe(4)
    expect(count("createAuthenticationSession")).toBe(1)
    expect(states).toEqual(["signing-in/session", "signing-in/code", "signed-in"])
    simulator.journal.expectNoViolations()
  })

  it("lets the second screen supply the MVPD where the viewer selected none", async () => {
    const { entitlement, clock } = entitlementUnderTest()
    const signIn = entitlement.signInWithCode()
    await clock.settle()
    expect(shownBy(signIn).missing).toEqual(["mvpd"])
    await entitlement.dispose()
    expect(await signIn.result).toEqual({ kind: "cancelled" })
  })

  it("polls a code that no viewer uses 360 times, and then no more", async () => {
    const { entitlement, simulator, clock, count } = entitlementUnderTest()
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    expect(await clock.finish(signIn.result)).toEqual({ kind: "code-ended", why: "expired" })
    expect(count("retrieveProfileForCode")).toBe(360)
    expect(clock.elapsed).toBe(1_800_000)
    await clock.advance(600_000)
    expect(count("retrieveProfileForCode")).toBe(360)
    expect(entitlement.state.getSnapshot()).toEqual({
      name: "sign-in-ended",
      result: { kind: "code-ended", why: "expired" },
      remembered: cablevision
    })
    simulator.journal.expectNoViolations()
  })

  it("ends the earlier code before it requests another one", async () => {
    const { entitlement, simulator, clock, count, states } = entitlementUnderTest()
    const first = entitlement.signInWithCode({ mvpd: cablevision })
    await clock.settle()
    const second = entitlement.signInWithCode({ mvpd: cablevision })
    expect(await clock.finish(first.result)).toEqual({ kind: "code-ended", why: "superseded" })
    await clock.settle()
    expect(count("createAuthenticationSession")).toBe(2)
    expect(states).toEqual([
      "signing-in/session",
      "signing-in/code",
      "sign-in-ended",
      "signing-in/session",
      "signing-in/code"
    ])
    simulator.mvpd.signIn(shownBy(second).code)
    expect(await clock.finish(second.result)).toMatchObject({ kind: "signed-in" })
    simulator.journal.expectNoViolations()
  })

  it("shows another code after `renew`, in the same sign-in", async () => {
    const { entitlement, simulator, clock, count } = entitlementUnderTest()
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    await clock.settle()
    const first = shownBy(signIn).code
    signIn.renew()
    await clock.settle()
    const second = shownBy(signIn).code
    expect(second).not.toBe(first)
    await clock.advance(5_000)
    const polled = simulator.journal.calls("retrieveProfileForCode").map((call) => call.pathParameters["code"])
    expect(polled).toEqual([first, second, second])
    expect(count("createAuthenticationSession")).toBe(2)
    signIn.cancel()
    expect(await signIn.result).toEqual({ kind: "cancelled" })
  })

  it("ends with `cancelled` when its signal aborts, and polls no more", async () => {
    const { entitlement, clock, count } = entitlementUnderTest()
    const abort = new AbortController()
    const signIn = entitlement.signInWithCode({ mvpd: cablevision, signal: abort.signal })
    await clock.settle()
    abort.abort()
    expect(await signIn.result).toEqual({ kind: "cancelled" })
    await clock.advance(60_000)
    expect(count("retrieveProfileForCode")).toBe(1)
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "sign-in-ended", result: { kind: "cancelled" } })
  })

  it("yields its steps, the last one always", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    const steps: Array<string> = []
    const reading = (async () => {
      for await (const step of signIn) {
        if (steps.at(-1) !== step.step) steps.push(step.step)
        if (step.step === "showing-code" && step.polls === 2) simulator.mvpd.signIn(step.code)
      }
    })()
    await clock.finish(reading)
    expect(steps).toEqual(["requesting-code", "showing-code", "ended"])
  })

  it("signs in without a code where the viewer is authenticated already", async () => {
    const { entitlement, simulator, clock, count } = entitlementUnderTest()
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    expect(await clock.finish(signIn.result)).toMatchObject({ kind: "signed-in", access: { kind: "degraded" } })
    expect(count("retrieveProfileForCode")).toBe(0)
    expect(count("retrieveProfileForMvpd")).toBe(1)
  })

  it("is unsupported where the server wants what this version does not know", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    simulator.faults.next("createAuthenticationSession", { unknownValue: "actionName" })
    expect(await clock.finish(entitlement.signInWithCode({ mvpd: cablevision }).result)).toMatchObject({
      kind: "unsupported",
      member: "actionName"
    })
  })

  it("ignores unknown kinds and reasons of a known action, and says so in an event", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    const unknown: Array<string> = []
    entitlement.on("unknown-value", ({ member }) => unknown.push(member))
    simulator.faults.next("createAuthenticationSession", { unknownValue: ["actionType", "reasonType"] })
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    await clock.settle()
    expect(shownBy(signIn).polls).toBe(1)
    expect(unknown).toEqual(["actionType", "reasonType"])
    signIn.cancel()
  })

  it("lets the viewer select again where the MVPD is no longer integrated", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    simulator.disableIntegration({ mvpd: "Cablevision" })
    expect(await clock.finish(entitlement.signInWithCode({ mvpd: cablevision }).result)).toMatchObject({
      kind: "integration-removed",
      mvpd: "Cablevision"
    })
  })

  it("lets the viewer select again where the MVPD is not in the list", async () => {
    const { entitlement, clock, count } = entitlementUnderTest()
    const mvpd = { id: "NoSuchProvider", displayName: "None", logoUrl: "" }
    expect(await clock.finish(entitlement.signInWithCode({ mvpd }).result)).toMatchObject({
      kind: "integration-removed",
      mvpd: "NoSuchProvider"
    })
    expect(count("retrieveProfileForCode")).toBe(0)
  })
})

describe("dispose", () => {
  it("settles what runs: a sign-in with `cancelled`, everything else with an AbortError", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    await clock.settle()
    simulator.faults.next("retrieveConfiguration", { hang: true })
    const mvpds = entitlement.mvpds()
    await clock.settle()
    await entitlement.dispose()
    expect(await signIn.result).toEqual({ kind: "cancelled" })
    await expect(mvpds).rejects.toMatchObject({ name: "AbortError" })
    await expect(entitlement.start()).rejects.toMatchObject({ name: "AbortError" })
    expect(clock.timers).toBe(0)
  })
})

it("is cancelled, without a request, after `dispose`", async () => {
  const { entitlement, clock, simulator, states } = entitlementUnderTest()
  await entitlement.dispose()
  const signIn = entitlement.signInWithCode({ mvpd: cablevision })
  expect(await clock.finish(signIn.result)).toEqual({ kind: "cancelled" })
  expect(signIn.getSnapshot()).toEqual({ step: "ended", result: { kind: "cancelled" } })
  const here = entitlement.signInHere({ mvpd: cablevision, open: async () => "reached" })
  expect(await clock.finish(here)).toEqual({ kind: "cancelled" })
  expect(states).toEqual([])
  expect(simulator.journal.calls()).toEqual([])
})
