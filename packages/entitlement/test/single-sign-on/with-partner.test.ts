import type { PartnerFrameworkStatus } from "@tve-pass/client"
import { describe, expect, it } from "vitest"
import { partnerFramework, signInWithPartner, type PartnerFrameworkPort } from "../../src/promise/single-sign-on.ts"
import { entitlementOver, network } from "../support/entitlement-under-test.ts"

const granted: PartnerFrameworkStatus = {
  frameworkPermissionInfo: { accessStatus: "granted" },
  frameworkProviderInfo: { id: "Cablevision", expirationDate: 2_025_430_636_000 }
}

/** An Apple TV. */
const appleDevice = {
  identifier: "bedroom-television",
  info: {
    model: "AppleTV",
    version: "1.0",
    osName: "tvOS",
    osVersion: "18.0",
    vendor: "Apple",
    manufacturer: "Apple",
    connectionType: "WiFi"
  }
}

/** An application on an Apple TV whose framework reports this. */
const appleTv = (framework: Partial<PartnerFrameworkPort> = {}) => {
  const over = network({}, { device: appleDevice })
  const asked: Array<string> = []
  const port: PartnerFrameworkPort = {
    partner: "Apple",
    status: async ({ mayInterrupt }) => {
      asked.push(mayInterrupt ? "status, may interrupt" : "status")
      return granted
    },
    authenticate: async ({ attributeNames }) => {
      asked.push(`authenticate ${attributeNames.length > 0}`)
      return { samlResponse: over.simulator.partner.samlResponse("Cablevision"), status: granted }
    },
    ...framework
  }
  return { ...over, ...entitlementOver(over, { partnerFramework: partnerFramework(port) }), asked }
}

describe("a sign-in with a partner", () => {
  it("exchanges the framework's response for a profile, once", async () => {
    const { entitlement, clock, simulator, asked, count, states } = appleTv()
    const result = await clock.finish(signInWithPartner(entitlement))
    expect(result).toMatchObject({ kind: "signed-in", access: { kind: "partner", mvpd: { id: "Cablevision" } } })
    expect(asked).toEqual(["status, may interrupt", "authenticate true"])
    expect(count("createPartnerProfile")).toBe(1)
    expect(states).toEqual(["signing-in/partner", "signed-in"])
    simulator.journal.expectNoViolations()
  })

  it("sends the status with the decisions of a partner profile, without asking the framework each time", async () => {
    const { entitlement, clock, simulator, asked } = appleTv()
    await clock.finish(signInWithPartner(entitlement))
    await clock.finish(entitlement.preauthorize(["news"]))
    expect(await clock.finish(entitlement.authorize("news"))).toMatchObject({ kind: "permit" })
    const withStatus = simulator.journal
      .calls()
      .filter(({ headers }) => headers["ap-partner-framework-status"] !== undefined)
      .map(({ operation }) => operation)
    expect(withStatus).toEqual([
      "retrievePartnerAuthenticationRequest",
      "createPartnerProfile",
      "retrievePreauthorizationDecisions",
      "retrieveAuthorizationDecisions"
    ])
    expect(asked.filter((question) => question === "status")).toHaveLength(1)
  })

  it.each<[string, Partial<PartnerFrameworkPort>, string, string | undefined]>([
    [
      "the viewer denies the permission",
      { status: async () => ({ frameworkPermissionInfo: { accessStatus: "denied" } }) },
      "the permission is denied",
      undefined
    ],
    [
      "the framework reports no status",
      { status: async () => undefined as never },
      "the framework reports no valid status",
      undefined
    ],
    [
      "the framework reports half a status",
      { status: async () => ({ frameworkProviderInfo: { id: "Cablevision" } }) as never },
      "the framework reports no valid status",
      "Cablevision"
    ],
    [
      "the framework reports no end of what it knows",
      { status: async () => ({ ...granted, frameworkProviderInfo: { id: "Cablevision" } }) as never },
      "the framework reports no valid status",
      "Cablevision"
    ],
    [
      "the framework returns its metadata without a status",
      { authenticate: async () => ({ samlResponse: "PHNhbWw+" }) as never },
      "the framework returned no metadata",
      "Cablevision"
    ],
    [
      "the framework returns empty metadata",
      { authenticate: async () => ({ samlResponse: " ", status: granted }) },
      "the framework returned no metadata",
      "Cablevision"
    ],
    [
      "the framework returns no metadata",
      { authenticate: async () => undefined },
      "the framework returned no metadata",
      "Cablevision"
    ],
    [
      "the response is no SAML",
      { authenticate: async () => ({ samlResponse: "no SAML", status: granted }) },
      "invalid_parameter_saml_response",
      "Cablevision"
    ]
  ])("is done otherwise where %s", async (_name, framework, because, mvpd) => {
    const { entitlement, clock } = appleTv(framework)
    const result = await clock.finish(signInWithPartner(entitlement))
    expect(result).toMatchObject({ kind: "sign-in-otherwise", because, ...(mvpd && { mvpd: { id: mvpd } }) })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "signed-out" })
  })

  it("is done otherwise where there is no framework, or the platform has none", async () => {
    const over = network()
    const { entitlement } = entitlementOver(over)
    expect(await over.clock.finish(signInWithPartner(entitlement))).toEqual({
      kind: "sign-in-otherwise",
      because: "there is no partner framework"
    })
    expect(over.simulator.journal.calls()).toEqual([])
  })

  it("skips the picker where the framework knows the MVPD but the server falls back", async () => {
    const { entitlement, clock } = appleTv({
      status: async () => ({
        ...granted,
        frameworkProviderInfo: { id: "Spectrum", expirationDate: 2_025_430_636_000 }
      })
    })
    expect(await clock.finish(signInWithPartner(entitlement))).toMatchObject({
      kind: "sign-in-otherwise",
      because: "configuration_fallback",
      mvpd: { id: "Spectrum" }
    })
  })

  it("is done otherwise where the server refuses the request for the framework", async () => {
    const { entitlement, clock, simulator } = appleTv()
    simulator.faults.next("retrievePartnerAuthenticationRequest", {
      enhancedError: "invalid_header_pfs_provider_info_expired"
    })
    expect(await clock.finish(signInWithPartner(entitlement))).toMatchObject({
      kind: "sign-in-otherwise",
      because: "invalid_header_pfs_provider_info_expired",
      mvpd: { id: "Cablevision" }
    })
  })

  it("is done otherwise, with another MVPD, where the integration was removed", async () => {
    const { entitlement, clock, simulator } = appleTv()
    simulator.faults.next("retrievePartnerAuthenticationRequest", { enhancedError: "invalid_integration" })
    expect(await clock.finish(signInWithPartner(entitlement))).toEqual({
      kind: "sign-in-otherwise",
      because: "invalid_integration"
    })
    expect(await clock.finish(entitlement.start())).toEqual({ kind: "signed-out" })
  })

  it("takes metadata of any length", async () => {
    const { entitlement, clock, count } = appleTv({
      authenticate: async () => ({ samlResponse: "é".repeat(100_000), status: granted })
    })
    expect(await clock.finish(signInWithPartner(entitlement))).toMatchObject({
      kind: "sign-in-otherwise",
      because: "invalid_parameter_saml_response"
    })
    expect(count("createPartnerProfile")).toBe(1)
  })

  it.each([
    ["nothing", undefined],
    ["an empty object", {}],
    ["no end of what it knows", { ...granted, frameworkProviderInfo: { id: "Cablevision" } }]
  ])("does not disturb the start where the framework reports %s", async (_name, status) => {
    const { entitlement, clock } = appleTv({ status: async () => status as never })
    const problems: Array<string> = []
    entitlement.on("single-sign-on-unavailable", ({ problem }) => problems.push(problem))
    expect(await clock.finish(entitlement.start())).toEqual({ kind: "signed-out" })
    expect(problems).toEqual(["the partner framework has no valid status"])
  })

  it("fails where the framework fails, and leaves no open promise", async () => {
    const { entitlement, clock } = appleTv({ status: () => Promise.reject(new Error("VSA error")) })
    await expect(clock.finish(signInWithPartner(entitlement))).rejects.toMatchObject({ code: "partner-framework" })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "failed", during: "signing-in" })
  })
})
