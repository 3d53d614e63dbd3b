import { memoryStore } from "@tve-pass/auth/promise"
import { describe, expect, it } from "vitest"
import { cablevision, codeIn, entitlementOver, network, spectrum } from "../support/entitlement-under-test.ts"
import { shownBy } from "../support/shown-by.ts"

describe("a sign-in by redirect", () => {
  it("is resumed on the page of `redirectUrl`, once", async () => {
    const over = network()
    const storage = memoryStore()
    const before = entitlementOver(over, { storage })
    const begun = await over.clock.finish(before.entitlement.signInByRedirect({ mvpd: cablevision }))
    if (begun.kind !== "redirect") throw new Error(`It began with ${begun.kind}.`)
    expect(over.count("retrieveProfileForCode")).toBe(0)
    over.simulator.mvpd.signIn(codeIn(begun.address))

    const after = entitlementOver(over, { storage })
    const signIn = await over.clock.finish(after.entitlement.resume())
    if (signIn === undefined) throw new Error("There is nothing to resume.")
    expect(await over.clock.finish(signIn.result)).toMatchObject({ kind: "signed-in", access: { mvpd: cablevision } })
    expect(after.states).toEqual(["signing-in/session", "signing-in/user-agent", "signing-in/confirming", "signed-in"])

    const reloaded = entitlementOver(over, { storage })
    expect(await over.clock.finish(reloaded.entitlement.resume())).toBeUndefined()
    over.simulator.journal.expectNoViolations()
  })

  it("is behind a page that the viewer returns to: its start tells where the viewer stands", async () => {
    const over = network()
    const storage = memoryStore()
    const first = entitlementOver(over, { storage }).entitlement.signInWithCode({ mvpd: cablevision })
    await over.clock.settle()
    over.simulator.mvpd.signIn(shownBy(first).code)
    await over.clock.finish(first.result)

    const { entitlement } = entitlementOver(over, { storage })
    await over.clock.finish(entitlement.signInByRedirect({ mvpd: spectrum }))
    // The browser shows the page again from its cache, as it was.
    expect(await over.clock.finish(entitlement.start())).toMatchObject({ kind: "signed-in" })
    expect(entitlement.state.getSnapshot()).toMatchObject({
      name: "signed-in",
      access: { mvpd: { id: "Cablevision" } }
    })
    expect(await over.clock.finish(entitlement.authorize("REF30"))).toMatchObject({ kind: "permit" })
  })

  it("is nothing to resume once its code has ended", async () => {
    const over = network()
    const storage = memoryStore()
    const { entitlement } = entitlementOver(over, { storage })
    await over.clock.finish(entitlement.signInByRedirect({ mvpd: cablevision }))
    await over.clock.advance(1_800_000)
    expect(await over.clock.finish(entitlementOver(over, { storage }).entitlement.resume())).toBeUndefined()
  })

  it("fails before the page leaves where the session cannot be stored", async () => {
    const over = network()
    const storage = { ...memoryStore(), set: () => Promise.reject(new Error("The quota is full.")) }
    const { entitlement } = entitlementOver(over, { storage })
    const begun = entitlement.signInByRedirect({ mvpd: cablevision })
    await expect(over.clock.finish(begun)).rejects.toMatchObject({ code: "store-unavailable" })
  })
})

describe("a code", () => {
  it("is shown again after a reboot, and polled until its own end", async () => {
    const over = network()
    const storage = memoryStore()
    const before = entitlementOver(over, { storage }).entitlement.signInWithCode({ mvpd: cablevision })
    await over.clock.advance(600_000)
    const { code, endsAt } = shownBy(before)

    const rebooted = entitlementOver(over, { storage })
    const signIn = await over.clock.finish(rebooted.entitlement.resume())
    if (signIn === undefined) throw new Error("There is nothing to resume.")
    await over.clock.settle()
    expect(shownBy(signIn)).toMatchObject({ code, endsAt })
    before.cancel()
    await before.result
    expect(await over.clock.finish(signIn.result)).toEqual({ kind: "code-ended", why: "expired" })
    expect(over.clock.elapsed).toBe(1_800_000)
    expect(over.count("createAuthenticationSession")).toBe(1)
    expect(over.count("retrieveProfileForCode")).toBe(360)
  })

  it("survives a reload also where the page resumed it twice", async () => {
    const over = network()
    const storage = memoryStore()
    entitlementOver(over, { storage }).entitlement.signInWithCode({ mvpd: cablevision })
    await over.clock.settle()
    const rebooted = entitlementOver(over, { storage })
    await over.clock.finish(Promise.all([rebooted.entitlement.resume(), rebooted.entitlement.resume()]))
    await over.clock.settle()
    expect(await over.clock.finish(entitlementOver(over, { storage }).entitlement.resume())).toBeDefined()
  })

  it("is no longer there to resume after the viewer cancelled", async () => {
    const over = network()
    const storage = memoryStore()
    const { entitlement } = entitlementOver(over, { storage })
    const signIn = entitlement.signInWithCode({ mvpd: cablevision })
    await over.clock.settle()
    signIn.cancel()
    await signIn.result
    expect(await over.clock.finish(entitlement.resume())).toBeUndefined()
  })
})

it("resumes nothing where a record is damaged", async () => {
  const over = network()
  const storage = memoryStore()
  const { entitlement } = entitlementOver(over, {
    storage: { ...storage, get: () => "{" }
  })
  expect(await over.clock.finish(entitlement.resume())).toBeUndefined()
  expect(await over.clock.finish(entitlement.start())).toEqual({ kind: "signed-out" })
})
