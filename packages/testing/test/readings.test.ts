import { describe, expect, it } from "vitest"
import { createSimulator, exampleSoftwareStatement, type Readings } from "../src/index.ts"
import { returning, signIn, startApplication } from "./support/application.ts"
import { createCheckedSimulator } from "./support/checked-simulator.ts"

/** The default of each reading is proved beside its operation; here is the other side of the switch. */
const start = async (readings: Partial<Readings>) => {
  const simulator = createCheckedSimulator({ readings, serviceProviders: [{ id: "REF30", domains: ["adobe.com"] }] })
  return { simulator, application: await startApplication(simulator) }
}

const grantedBySpectrum = {
  frameworkPermissionInfo: { accessStatus: "granted" },
  frameworkProviderInfo: { id: "Spectrum", expirationDate: "4000000000000" }
}

const unauthorizedResponse = async (unauthorizedBody: Readings["unauthorizedBody"]) => {
  // Not checked against the specs: they cannot describe a body of which nothing is known.
  const simulator = createSimulator({ readings: { unauthorizedBody } })
  const response = await simulator.fetch(`${simulator.origin}/api/v2/REF30/configuration`)
  return [response.status, response.headers.get("content-type"), await response.text()]
}

describe("a reading of the documentation can be switched:", () => {
  it("the status of an unknown path (U-DCR-2, U-V2-7)", async () => {
    const { simulator } = await start({ unknownPathStatus: 403 })
    expect((await simulator.fetch(`${simulator.origin}/o/client/scopes`)).status).toBe(403)
  })

  it("what a new token does to earlier ones (U-DCR-4)", async () => {
    for (const [earlierTokens, status] of [
      ["valid", 200],
      ["revoked", 401]
    ] as const) {
      const { simulator, application } = await start({ earlierTokens })
      const other = await startApplication(simulator)
      const earlier = { Authorization: `Bearer ${application.accessToken()}` }
      await application.refresh()
      expect((await application.configuration(earlier)).status).toBe(status)
      expect((await other.configuration()).status).toBe(200)
    }
  })

  it("what a revoked statement gives (U-DCR-5)", async () => {
    const { simulator, application } = await start({
      revokedStatementOnRegister: "invalid_software_statement",
      revokedStatementOnToken: "unauthorized_client"
    })
    simulator.revokeStatement(exampleSoftwareStatement)
    await application.refresh()
    await startApplication(simulator)
    const statuses = simulator.journal.calls().map(({ operation, status }) => [operation, status])
    expect(statuses).toContainEqual(["retrieveAccessToken", 400])
    const { enumValues } = simulator.journal.coverage()
    expect(enumValues.AccessTokenErrorCode.seen).toContain("unauthorized_client")
    expect(enumValues.RegistrationErrorCode.seen).toEqual(["invalid_software_statement"])
  })

  it("what registering again gives (U-DCR-6)", async () => {
    const { simulator, application } = await start({ repeatedRegistration: "sameCredentials" })
    await signIn(simulator, application)
    const again = await startApplication(simulator)
    expect(again.clientId).toBe(application.clientId)
    expect((await again.profiles()).body.profiles).toHaveProperty("Cablevision")
    simulator.revokeClient(again.clientId)
    const afterwards = await startApplication(simulator)
    expect([afterwards.clientId === again.clientId, (await afterwards.profiles()).status]).toEqual([false, 200])
  })

  it("whether the case of a code matters (U-V2-2)", async () => {
    const { application } = await start({ codeCase: "insensitive" })
    const { code } = (await application.createSession({})).body
    expect((await application.session(code.toLowerCase())).status).toBe(200)
  })

  it("which hosts a redirectUrl may have (U-V2-2)", async () => {
    const { application } = await start({ redirectUrlHost: "registered" })
    const redirect = (redirectUrl: string) => application.createSession({ redirectUrl })
    expect((await redirect("https://www.adobe.com/x")).status).toBe(200)
    expect((await redirect("https://notadobe.com/x")).body.code).toBe("invalid_parameter_redirect_url")
    const logout = (redirectUrl: string) => application.logout("Cablevision", redirectUrl)
    expect((await logout("https://www.adobe.com/x")).status).toBe(200)
    expect((await logout("https://notadobe.com/x")).body.code).toBe("invalid_parameter_redirect_url")
  })

  it("what an unknown domainName is (U-V2-3)", async () => {
    const { simulator, application } = await start({ unknownDomainName: "missing" })
    const parameters = { mvpd: "Cablevision", ...returning, domainName: "elsewhere.example" }
    expect((await application.createSession(parameters)).body.missingParameters).toEqual(["domainName"])
    const lenient = await start({})
    expect((await lenient.application.createSession(parameters)).body.actionName).toBe("authenticate")
    for (const { journal } of [simulator, lenient.simulator]) {
      expect(journal.violations().map(({ rule }) => rule)).toEqual(["domain-name"])
    }
  })

  it("the error for a code that could not be one", async () => {
    const { application } = await start({ malformedCode: "invalid_authentication_session" })
    expect((await application.session("x")).body.code).toBe("invalid_authentication_session")
  })

  it("what polling an expired code gives (U-V2-5)", async () => {
    const { simulator, application } = await start({ expiredCodeOnProfiles: "empty" })
    const { code } = (await application.createSession({})).body
    simulator.expireSession(code)
    expect((await application.profileForCode(code)).body).toEqual({ profiles: {} })
  })

  it("how profile errors of decisions arrive (U-V2-6)", async () => {
    const { application } = await start({ decisionErrors: "topLevel" })
    const { status, body } = await application.authorize("Cablevision", ["REF30"])
    expect([status, body.code]).toEqual([403, "authenticated_profile_missing"])
    expect((await application.authorize("Cablevision", ["a", "b"])).body.code).toBe("too_many_resources")
  })

  it("the body of a 401 without a code (U-V2-7)", async () => {
    expect(await unauthorizedResponse("empty")).toEqual([401, null, ""])
    expect(await unauthorizedResponse("accessDenied")).toEqual([
      401,
      "application/json;charset=UTF-8",
      '{"error":"access_denied"}'
    ])
    expect(await unauthorizedResponse("html")).toEqual([
      401,
      "text/html",
      expect.stringContaining("401 Authorization Required")
    ])
  })

  it("what an expired profile and an unavailable MVPD give (U-V2-8)", async () => {
    const { simulator, application } = await start({ expiredProfile: "error", unavailableMvpdOnProfiles: "empty" })
    await signIn(simulator, application)
    simulator.expireProfiles()
    const { status, body } = await application.profile("Cablevision")
    expect([status, body.code]).toEqual([403, "authenticated_profile_expired"])
    expect((await application.profile("Nobody")).body).toEqual({ profiles: {} })
    expect((await application.profile("ATTOTT")).body).toEqual({ profiles: {} })
  })

  it("the form of session timestamps (C-V2-3) and the name of domainName (C-V2-6)", async () => {
    const { simulator, application } = await start({ sessionTimestamps: "number", domainParameterName: "domain" })
    const { body } = await application.createSession({})
    expect(body.notBefore).toBe(simulator.clock.now())
    expect(body.missingParameters).toEqual(["mvpd", "domain", "redirectUrl"])
    await application.resumeSession(body.code, { domainName: "adobe.com" })
    expect((await application.session(body.code)).body.existingParameters).toEqual({
      domain: "adobe.com",
      serviceProvider: "REF30"
    })
  })

  it("the form of the logout address (C-V2-14)", async () => {
    const { simulator, application } = await start({ logoutUrl: "relative" })
    await signIn(simulator, application)
    const { url } = (await application.logout("Cablevision", "https://adobe.com/bye")).body.logouts.Cablevision
    expect(url).toMatch(/^\/adobe-services\/logout\?requestor_id=REF30&mso_id=Cablevision&pt_device_id=[0-9a-f]{64}$/)
    const passage = await simulator.fetch(new URL(url, simulator.origin), { redirect: "manual" })
    expect(passage.headers.get("location")).toBe("https://adobe.com/bye")
  })

  it("what an unusable partner framework status does where it is optional", async () => {
    const { application } = await start({ partnerStatusOnReads: "rejected" })
    const status = { frameworkPermissionInfo: { accessStatus: "denied" }, frameworkProviderInfo: {} }
    const own = { "AP-Partner-Framework-Status": btoa(JSON.stringify(status)) }
    expect((await application.profiles(own)).body.code).toBe("invalid_header_pfs_permission_access_not_granted")
    const ofAnother = { "AP-Partner-Framework-Status": btoa(JSON.stringify(grantedBySpectrum)) }
    expect((await application.profile("Cablevision", ofAnother)).body.code).toBe(
      "invalid_header_pfs_provider_id_mismatch"
    )
    expect((await application.profile("Spectrum", ofAnother)).status).toBe(200)
    expect((await application.profiles(ofAnother)).status).toBe(200)
  })
})
