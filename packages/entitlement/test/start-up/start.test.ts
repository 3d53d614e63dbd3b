import { memoryStore } from "@tve-pass/auth/promise"
import { describe, expect, it } from "vitest"
import {
  cablevision,
  entitlementOver,
  entitlementUnderTest,
  network,
  spectrum
} from "../support/entitlement-under-test.ts"
import { shownBy } from "../support/shown-by.ts"

/** Signs in at Cablevision. */
const signedIn = async (over: ReturnType<typeof network>) => {
  const signIn = entitlementOver(over).entitlement.signInWithCode({ mvpd: cablevision })
  await over.clock.settle()
  over.simulator.mvpd.signIn(shownBy(signIn).code)
  await over.clock.finish(signIn.result)
}

/** Signs in at Cablevision and Spectrum, one after the other. */
const signedInTwice = async (options: Parameters<typeof entitlementUnderTest>[0]) => {
  const over = network()
  const { entitlement } = entitlementOver(over)
  for (const mvpd of [cablevision, spectrum]) {
    const signIn = entitlement.signInWithCode({ mvpd })
    await over.clock.settle()
    const step = signIn.getSnapshot()
    if (step.step === "showing-code") over.simulator.mvpd.signIn(step.code)
    await over.clock.finish(signIn.result)
    await over.clock.advance(60_000)
  }
  over.simulator.journal.clear()
  return { ...over, ...entitlementOver(over, options) }
}

describe("start", () => {
  it("of a first visit asks for all profiles once, and for nothing else", async () => {
    const { entitlement, clock, simulator, states } = entitlementUnderTest()
    expect(entitlement.state.getSnapshot()).toEqual({ name: "unknown" })
    expect(await clock.finish(entitlement.start())).toEqual({ kind: "signed-out" })
    expect(states).toEqual(["starting", "signed-out"])
    expect(entitlement.state.getSnapshot()).toEqual({ name: "signed-out", why: "first-visit" })
    expect(simulator.journal.calls().map(({ operation }) => operation)).toEqual([
      "registerClient",
      "retrieveAccessToken",
      "retrieveProfiles"
    ])
    simulator.journal.expectNoViolations()
  })

  it("of a returning viewer makes one profile call and no configuration call", async () => {
    const over = network()
    const storage = memoryStore()
    const { entitlement } = entitlementOver(over, { storage })
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    await over.clock.settle()
    const step = signIn.getSnapshot()
    if (step.step === "showing-code") over.simulator.mvpd.signIn(step.code)
    await over.clock.finish(signIn.result)
    over.simulator.journal.clear()

    const again = entitlementOver(over, { storage })
    expect(await over.clock.finish(again.entitlement.start())).toMatchObject({
      kind: "signed-in",
      access: { mvpd: cablevision, kind: "regular" }
    })
    expect(over.simulator.journal.calls().map(({ operation }) => operation)).toEqual(["retrieveProfileForMvpd"])
  })

  it("says that a remembered viewer's access has expired", async () => {
    const over = network()
    const storage = memoryStore()
    const { entitlement } = entitlementOver(over, { storage })
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    await over.clock.settle()
    const step = signIn.getSnapshot()
    if (step.step === "showing-code") over.simulator.mvpd.signIn(step.code)
    await over.clock.finish(signIn.result)
    over.simulator.expireProfiles()

    const again = entitlementOver(over, { storage })
    expect(await over.clock.finish(again.entitlement.start())).toEqual({
      kind: "signed-out",
      remembered: cablevision
    })
    expect(again.entitlement.state.getSnapshot()).toEqual({
      name: "signed-out",
      why: "expired",
      remembered: cablevision
    })
  })

  it("forgets a remembered MVPD that is no longer integrated", async () => {
    const over = network()
    const storage = memoryStore()
    const { entitlement } = entitlementOver(over, { storage })
    entitlement.signInWithCode({ mvpd: cablevision })
    await over.clock.settle()
    over.simulator.disableIntegration({ mvpd: "Cablevision" })
    const again = entitlementOver(over, { storage })
    expect(await over.clock.finish(again.entitlement.start())).toEqual({ kind: "signed-out" })
  })

  it("uses the profile that lasts longest", async () => {
    const { entitlement, clock } = await signedInTwice({})
    expect(await clock.finish(entitlement.start())).toMatchObject({
      kind: "signed-in",
      access: { mvpd: { id: "Spectrum" } }
    })
  })

  it("uses the first profile where the application prefers it", async () => {
    const { entitlement, clock } = await signedInTwice({ profileChoice: "first" })
    expect(await clock.finish(entitlement.start())).toMatchObject({
      kind: "signed-in",
      access: { mvpd: { id: "Cablevision" } }
    })
  })

  it("trusts a server that lists a profile more than the clock of the device", async () => {
    const over = network()
    await signedIn(over)
    const year = 365 * 24 * 60 * 60 * 1_000
    over.simulator.faults.rate("retrieveProfiles", 1, { clockSkew: -year })
    // As in a page of another origin, which cannot read the time of the server.
    const fetch: typeof over.pass.fetch = async (input, init) => {
      const response = await over.pass.fetch(input, init)
      const headers = new Headers(response.headers)
      headers.delete("Date")
      return new Response(response.body, { status: response.status, headers })
    }
    const { entitlement } = entitlementOver({ ...over, pass: { ...over.pass, fetch } })
    expect(await over.clock.finish(entitlement.start())).toMatchObject({
      kind: "signed-in",
      access: { endsAt: undefined }
    })
    expect(await over.clock.finish(entitlement.authorize("REF30"))).toMatchObject({ kind: "permit" })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "signed-in" })
  })

  it("lets the viewer choose among several profiles", async () => {
    const { entitlement, clock, states } = await signedInTwice({ profileChoice: "ask" })
    const started = await clock.finish(entitlement.start())
    expect(started).toMatchObject({ kind: "several-profiles", choices: [{}, {}] })
    if (started.kind !== "several-profiles") return
    expect(() => started.choose("Dish")).toThrow("Failed to use the option mvpd")
    expect(started.choose("Cablevision").mvpd.id).toBe("Cablevision")
    expect(states).toEqual(["starting", "choosing-profile", "signed-in"])
  })

  it("is one call for callers at the same time, and a caller that aborts detaches only itself", async () => {
    const { entitlement, clock, count } = entitlementUnderTest()
    const abort = new AbortController()
    const aborted = entitlement.start({ signal: abort.signal })
    const others = Promise.all([entitlement.start(), entitlement.start()])
    abort.abort(new Error("left the page"))
    await expect(aborted).rejects.toThrow("left the page")
    expect(await clock.finish(others)).toEqual([{ kind: "signed-out" }, { kind: "signed-out" }])
    expect(count("retrieveProfiles")).toBe(1)
  })

  it("is `failed`, never signed out, while the server cannot be reached, and can be tried again", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    simulator.faults.next("retrieveProfiles", { reset: true })
    const failing = entitlement.start()
    await expect(clock.finish(failing)).rejects.toMatchObject({ _tag: "EntitlementError", code: "network" })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "failed", during: "starting" })
    expect(await clock.finish(entitlement.start())).toEqual({ kind: "signed-out" })
  })

  it("carries a type of profile that this version does not know", async () => {
    const over = network()
    const { entitlement } = entitlementOver(over)
    over.simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    over.simulator.faults.next("retrieveProfileForMvpd", { unknownValue: "type" })
    const result = await over.clock.finish(signIn.result)
    expect(result).toMatchObject({ kind: "signed-in", access: { kind: "unknown" } })
  })
})
