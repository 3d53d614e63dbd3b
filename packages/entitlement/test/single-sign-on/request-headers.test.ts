import { describe, expect, it } from "vitest"
import type { EntitlementOptions } from "../../src/options/entitlement-options.ts"
import { singleSignOn, type SingleSignOnTokens } from "../../src/promise/single-sign-on.ts"
import { cablevision, codeIn, entitlementUnderTest } from "../support/entitlement-under-test.ts"

const base64url = (value: object) =>
  btoa(JSON.stringify(value)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")
/** A compact JWS with these claims. */
const jws = (claims: object) => `${base64url({ alg: "RS256" })}.${base64url(claims)}.c2lnbmF0dXJl`
const identityHeaders = ["ad-service-token", "adobe-subject-token", "x-roku-reserved-roku-connect-token"]

/** Takes the way from the start to a sign-out, and returns which operations carried which header. */
const operationsWith = async (names: ReadonlyArray<string>, options: Partial<EntitlementOptions>) => {
  const { entitlement, simulator, clock } = entitlementUnderTest(options)
  const problems: Array<string> = []
  entitlement.on("single-sign-on-unavailable", ({ problem }) => problems.push(problem))
  await clock.finish(entitlement.start())
  await clock.finish(entitlement.mvpds())
  await clock.finish(
    entitlement.signInHere({
      mvpd: cablevision,
      open: async (address) => {
        simulator.mvpd.signIn(codeIn(address))
        return "reached"
      }
    })
  )
  await clock.finish(entitlement.refreshProfile())
  await clock.finish(entitlement.preauthorize(["news"]))
  await clock.finish(entitlement.authorize("news"))
  await clock.finish(entitlement.signOut({ because: "the viewer asked" }))
  const operations = simulator.journal
    .calls()
    .filter(({ headers }) => names.some((name) => headers[name] !== undefined))
    .map(({ operation }) => operation)
  simulator.journal.expectNoViolations()
  return { operations, problems }
}

const withIdentity = [
  "retrieveProfiles",
  "createAuthenticationSession",
  "retrieveProfileForMvpd",
  "retrievePreauthorizationDecisions",
  "retrieveAuthorizationDecisions",
  "initiateLogout"
]

describe("a token of single sign-on", () => {
  it.each<[string, SingleSignOnTokens]>([
    ["a service token", { serviceToken: async () => jws({ sub: "viewer" }) }],
    ["a platform identity", { platformIdentity: () => ({ subjectToken: jws({ sub: "device" }) }) }]
  ])("as %s goes with each operation that lists it, and no other", async (_name, tokens) => {
    const { operations, problems } = await operationsWith(identityHeaders, { singleSignOn: singleSignOn(tokens) })
    expect(operations).toEqual(withIdentity)
    expect(problems).toEqual([])
  })

  it("is fetched for each request", async () => {
    let fetched = 0
    const serviceToken = () => {
      fetched++
      return jws({ sub: "viewer" })
    }
    await operationsWith(identityHeaders, { singleSignOn: singleSignOn({ serviceToken }) })
    expect(fetched).toBe(withIdentity.length)
  })

  it.each<[string, () => string | undefined | Promise<string | undefined>, string]>([
    ["is absent", () => undefined, "there is no token"],
    ["has expired", () => jws({ sub: "viewer", exp: 1_700_000_000 }), "the token has expired"],
    [
      "is not signed",
      () => `${base64url({ alg: "none" })}.${base64url({ sub: "viewer" })}.`,
      "is not a signed compact JWS"
    ],
    ["cannot be read", () => Promise.reject(new Error("secret")), "no token could be read"],
    ["never arrives", () => new Promise(() => {}), "the token took more than 5 s"]
  ])("that %s means no single sign-on and an event, never a failure", async (_name, serviceToken, problem) => {
    const { operations, problems } = await operationsWith(identityHeaders, {
      singleSignOn: singleSignOn({ serviceToken })
    })
    expect(operations).toEqual([])
    expect(problems).toHaveLength(withIdentity.length)
    expect(problems[0]).toContain(problem)
    expect(problems.join()).not.toContain("secret")
  })
})

describe("the visitor identifier", () => {
  it("goes with every operation but the configuration", async () => {
    const { operations } = await operationsWith(["ap-visitor-identifier"], {
      visitorIdentifier: () => "79076307480437522201024374268391430129"
    })
    expect(operations).toEqual([
      "retrieveProfiles",
      "createAuthenticationSession",
      "retrieveProfileForCode",
      "retrieveProfileForMvpd",
      "retrievePreauthorizationDecisions",
      "retrieveAuthorizationDecisions",
      "initiateLogout"
    ])
  })

  it.each([
    () => undefined,
    () => '"quoted"',
    () => {
      throw new Error("No consent.")
    }
  ])("that is not there or no identifier breaks nothing (%#)", async (visitorIdentifier) => {
    const { operations } = await operationsWith(["ap-visitor-identifier"], { visitorIdentifier })
    expect(operations).toEqual([])
  })
})
