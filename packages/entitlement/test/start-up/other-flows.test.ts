import { memoryStore } from "@tve-pass/auth/promise"
import { describe, expect, it } from "vitest"
import { createSecondScreen } from "../../src/second-screen/index.ts"
import { cablevision, entitlementOver, network, spectrum } from "../support/entitlement-under-test.ts"
import { shownBy } from "../support/shown-by.ts"

/** A network and a storage that a viewer signed in on; `relaunch` starts the application again. */
const returningViewer = async () => {
  const over = network()
  const records = new Map<string, string>()
  const storage = {
    get: (key: string) => records.get(key),
    set: (key: string, json: string) => void records.set(key, json),
    remove: (key: string) => void records.delete(key)
  }
  const relaunch = () => entitlementOver(over, { storage }).entitlement
  await signIn(over, relaunch())
  over.simulator.journal.clear()
  return { ...over, records, relaunch }
}

const signIn = async (
  over: ReturnType<typeof network>,
  entitlement: ReturnType<typeof entitlementOver>["entitlement"]
) => {
  const running = entitlement.signInWithCode({ mvpd: cablevision })
  await over.clock.settle()
  over.simulator.mvpd.signIn(shownBy(running).code)
  return over.clock.finish(running.result)
}

const secondScreenOver = ({ pass }: ReturnType<typeof network>) => ({
  pass,
  serviceProvider: "REF30",
  domainName: "adobe.com",
  redirectUrl: "https://adobe.com/"
})

describe("a start whose response is late", () => {
  it("does not sign in a viewer who has signed out meanwhile", async () => {
    const { relaunch, simulator, clock } = await returningViewer()
    const entitlement = relaunch()
    simulator.faults.next("retrieveProfileForMvpd", { delay: 5_000 })
    const starting = entitlement.start()
    await clock.settle()
    const signingOut = entitlement.signOut({ because: "the viewer asked" })
    await clock.settle()
    await signingOut
    expect(await clock.finish(starting)).toEqual({ kind: "signed-out", remembered: cablevision })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "signed-out", why: "viewer" })
    expect(await clock.finish(relaunch().start())).toMatchObject({ kind: "signed-out" })
  })

  it("does not sign out a viewer who has signed in meanwhile", async () => {
    const over = network()
    const { clock, simulator } = over
    const { entitlement } = entitlementOver(over)
    simulator.faults.next("retrieveProfiles", { status: 200, json: { profiles: {} }, delay: 20_000 })
    const starting = entitlement.start()
    await clock.settle()
    await signIn(over, entitlement)
    expect(await clock.finish(starting)).toMatchObject({ kind: "signed-in", access: { mvpd: cablevision } })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "signed-in" })
  })
})

const changeOfMind = async () => {
  const under = await returningViewer()
  const entitlement = under.relaunch()
  await under.clock.finish(entitlement.start())
  const changing = entitlement.signInHere({ mvpd: spectrum, open: async () => "closed" })
  expect(await under.clock.finish(changing)).toEqual({ kind: "not-finished" })
  return { ...under, entitlement }
}

describe("a viewer who begins to change the MVPD and gives up", () => {
  it("is still signed in at the next start", async () => {
    const { relaunch, clock } = await changeOfMind()
    expect(await clock.finish(relaunch().start())).toMatchObject({
      kind: "signed-in",
      access: { mvpd: { id: "Cablevision" } }
    })
  })

  it("can still play", async () => {
    const { entitlement, clock } = await changeOfMind()
    expect(await clock.finish(entitlement.authorize("REF30"))).toMatchObject({ kind: "permit" })
  })

  it("is asked about the new MVPD once the profile of the old one has expired", async () => {
    const { relaunch, clock, simulator, count } = await changeOfMind()
    await clock.advance(365 * 24 * 60 * 60 * 1_000)
    simulator.journal.clear()
    expect(await clock.finish(relaunch().start())).toEqual({ kind: "signed-out", remembered: spectrum })
    expect(count("retrieveProfileForMvpd")).toBe(1)
    expect(simulator.journal.calls("retrieveProfileForMvpd")[0]?.pathParameters["mvpd"]).toBe("Spectrum")
  })
})

const duringSignOut = async () => {
  const under = await returningViewer()
  const entitlement = under.relaunch()
  await under.clock.finish(entitlement.start())
  under.simulator.faults.next("initiateLogout", { delay: 10_000 })
  const signingOut = entitlement.signOut({ because: "the viewer asked" })
  await under.clock.settle()
  const signingIn = entitlement.signInWithCode({ mvpd: spectrum })
  await under.clock.settle()
  return { ...under, signingOut, signingIn, entitlement }
}

describe("a sign-in that begins while a sign-out is on its way", () => {
  it("can still be resumed after it", async () => {
    const { clock, signingOut, relaunch } = await duringSignOut()
    await clock.finish(signingOut)
    expect(await clock.finish(relaunch().resume())).toBeDefined()
  })

  it("keeps its profile", async () => {
    const { clock, signingOut, signingIn, simulator, records, entitlement } = await duringSignOut()
    simulator.mvpd.signIn(shownBy(signingIn).code)
    expect(await clock.finish(signingIn.result)).toMatchObject({ kind: "signed-in" })
    await clock.finish(signingOut)
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "signed-in", access: { mvpd: spectrum } })
    const profile = [...records].find(([key]) => key.endsWith(".profile"))?.[1] ?? "{}"
    expect(JSON.parse(profile)).toMatchObject({ mvpd: "Spectrum" })
  })
})

describe("decisions", () => {
  it("ask the server after a start that failed: the viewer may be signed in", async () => {
    const { relaunch, clock, simulator } = await returningViewer()
    const entitlement = relaunch()
    simulator.faults.next("retrieveProfileForMvpd", { reset: true })
    await expect(clock.finish(entitlement.start())).rejects.toMatchObject({ code: "network" })
    expect(await clock.finish(entitlement.authorize("REF30"))).toMatchObject({ kind: "permit" })
    expect(await clock.finish(entitlement.preauthorize(["REF30"]))).toMatchObject([{ kind: "permit" }])
  })

  it("ask with the MVPD of the stored profile where the viewer selected it on the second screen", async () => {
    const over = network()
    const storage = memoryStore()
    const running = entitlementOver(over, { storage }).entitlement.signInWithCode()
    await over.clock.settle()
    const { code } = shownBy(running)
    const entered = await createSecondScreen(secondScreenOver(over)).enter(code)
    if (entered.kind === "ready") await entered.session.proceed({ mvpd: cablevision })
    over.simulator.mvpd.signIn(code)
    await over.clock.finish(running.result)
    const { entitlement } = entitlementOver(over, { storage })
    expect(await over.clock.finish(entitlement.authorize("REF30"))).toMatchObject({ kind: "permit" })
  })
})

it("forgets the selection of an MVPD whose integration is removed while a code is polled", async () => {
  const over = network()
  const storage = memoryStore()
  const { entitlement } = entitlementOver(over, { storage })
  const signingIn = entitlement.signInWithCode({ mvpd: spectrum })
  await over.clock.settle()
  over.simulator.faults.next("retrieveProfileForCode", { enhancedError: "invalid_integration" })
  expect(await over.clock.finish(signingIn.result)).toMatchObject({ kind: "integration-removed", mvpd: "Spectrum" })
  expect(await over.clock.finish(entitlementOver(over, { storage }).entitlement.start())).toEqual({
    kind: "signed-out"
  })
})

it("forgets the selection of an MVPD that a sign-in found to be no longer integrated", async () => {
  const over = network()
  const storage = memoryStore()
  const { entitlement } = entitlementOver(over, { storage })
  over.simulator.disableIntegration({ mvpd: "Spectrum" })
  const signingIn = entitlement.signInHere({ mvpd: spectrum, open: async () => "reached" })
  expect(await over.clock.finish(signingIn)).toMatchObject({ kind: "integration-removed", mvpd: "Spectrum" })
  expect(entitlement.state.getSnapshot()).not.toHaveProperty("remembered")
  expect(await over.clock.finish(entitlementOver(over, { storage }).entitlement.start())).toEqual({
    kind: "signed-out"
  })
  expect(over.count("retrieveProfileForMvpd")).toBe(0)
})
