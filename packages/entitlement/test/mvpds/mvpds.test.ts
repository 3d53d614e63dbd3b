import { describe, expect, it } from "vitest"
import { cablevision, entitlementUnderTest } from "../support/entitlement-under-test.ts"

describe("mvpds", () => {
  it("lists the integrated MVPDs in the server's order, without TempPass", async () => {
    const { entitlement, clock } = entitlementUnderTest()
    const mvpds = await clock.finish(entitlement.mvpds())
    expect(mvpds.map(({ id }) => id)).toContain("Cablevision")
    expect(mvpds.filter(({ id }) => id.startsWith("TempPass"))).toEqual([])
  })

  it("leaves out test MVPDs, which the configuration does not mark", async () => {
    const { entitlement, clock } = entitlementUnderTest({ testMvpds: ["AdobePass_SMI"] })
    const mvpds = await clock.finish(entitlement.mvpds())
    expect(mvpds.map(({ id }) => id)).not.toContain("AdobePass_SMI")
  })

  it("sends one call for callers at the same time and for 3 minutes", async () => {
    const { entitlement, clock, count } = entitlementUnderTest()
    await clock.finish(Promise.all([entitlement.mvpds(), entitlement.mvpds()]))
    await clock.advance(179_000)
    await clock.finish(entitlement.mvpds())
    expect(count("retrieveConfiguration")).toBe(1)
    await clock.advance(1_000)
    await clock.finish(entitlement.mvpds())
    expect(count("retrieveConfiguration")).toBe(2)
  })

  it("caches no failure", async () => {
    const { entitlement, simulator, clock } = entitlementUnderTest()
    simulator.faults.next("retrieveConfiguration", { status: 503 })
    await expect(clock.finish(entitlement.mvpds())).rejects.toMatchObject({ code: "http-503" })
    expect((await clock.finish(entitlement.mvpds())).length).toBeGreaterThan(0)
  })

  it.each(["invalid_integration", "invalid_parameter_mvpd"] as const)(
    "is asked for again after %s",
    async (enhancedError) => {
      const { entitlement, simulator, clock, count } = entitlementUnderTest()
      await clock.finish(entitlement.mvpds())
      simulator.faults.next("createAuthenticationSession", { enhancedError })
      expect(await clock.finish(entitlement.signInWithCode({ mvpd: cablevision }).result)).toMatchObject({
        kind: "integration-removed"
      })
      await clock.finish(entitlement.mvpds())
      expect(count("retrieveConfiguration")).toBe(2)
    }
  )
})
