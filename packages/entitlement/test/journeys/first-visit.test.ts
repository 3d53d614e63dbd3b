import { expect, it } from "vitest"
import { codeIn, entitlementUnderTest } from "../support/entitlement-under-test.ts"

const catalogue = ["news", "sports", "movies", "kids", "music", "weather", "nature"]

it("needs exactly these calls from the first start to playback", async () => {
  const { entitlement, simulator, clock, count } = entitlementUnderTest()
  await clock.finish(entitlement.start())
  const [mvpd] = await clock.finish(entitlement.mvpds())
  await clock.finish(entitlement.mvpds())
  if (mvpd === undefined) throw new Error("There is no MVPD.")
  const result = await clock.finish(
    entitlement.signInHere({
      mvpd,
      open: async (address, { redirectUrl }) => {
        expect(count("retrieveProfileForCode")).toBe(0)
        expect(simulator.mvpd.signIn(codeIn(address)).redirectUrl).toBe(redirectUrl)
        return "reached"
      }
    })
  )
  expect(result.kind).toBe("signed-in")
  await clock.finish(entitlement.preauthorize(catalogue))
  await clock.finish(entitlement.preauthorize(catalogue.slice(0, 3)))
  expect(await clock.finish(entitlement.authorize("news"))).toMatchObject({ kind: "permit" })
  const counts: Record<string, number> = {}
  for (const { operation = "unknown" } of simulator.journal.calls()) counts[operation] = (counts[operation] ?? 0) + 1
  expect(counts).toEqual({
    registerClient: 1,
    retrieveAccessToken: 1,
    retrieveProfiles: 1,
    retrieveConfiguration: 1,
    createAuthenticationSession: 1,
    retrieveProfileForCode: 1,
    retrievePreauthorizationDecisions: 2,
    retrieveAuthorizationDecisions: 1
  })
  expect(await clock.finish(entitlement.signOut({ because: "the viewer asked" }))).toMatchObject([{ kind: "open" }])
  expect(entitlement.state.getSnapshot()).toMatchObject({ name: "signed-out", why: "viewer" })
  expect(count("initiateLogout")).toBe(1)
  simulator.journal.expectNoViolations()
})
