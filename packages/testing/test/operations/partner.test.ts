import { describe, expect, it } from "vitest"
import { partnerFrameworkStatusHeader } from "@tve-pass/client"
import { createManualClock } from "../../src/index.ts"
import { returning, signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async () => {
  const simulator = createCheckedSimulator()
  return { simulator, application: await startApplication(simulator) }
}

const header = (status: unknown) => ({ "AP-Partner-Framework-Status": btoa(JSON.stringify(status)) })

const granted = (id: string, expirationDate = "4000000000000") =>
  header({ frameworkPermissionInfo: { accessStatus: "granted" }, frameworkProviderInfo: { id, expirationDate } })

const permission = (accessStatus: string) =>
  header({ frameworkPermissionInfo: { accessStatus }, frameworkProviderInfo: {} })

const encoded = (xml: string) => btoa(xml.replaceAll(/\s+/g, " ").trim())

const authenticate = async () => {
  const started = await start()
  const { simulator, application } = started
  await application.partnerSession(returning, granted("Cablevision"))
  const response = encoded(simulator.partner.samlResponse("Cablevision", "jane"))
  return { ...started, response: await application.partnerProfile(response, granted("Cablevision")) }
}

describe("asking for a partner authentication request", () => {
  it("gives a SAML request for the MVPD that the framework names", async () => {
    const { application } = await start()
    const { body } = await application.partnerSession(returning, granted("Cablevision"))
    expect(body).toEqual({
      actionName: "partner_profile",
      actionType: "direct",
      reasonType: "none",
      url: "/api/v2/REF30/profiles/sso/Apple",
      sessionId: expect.any(String),
      mvpd: "Cablevision",
      serviceProvider: "REF30",
      authenticationRequest: {
        type: "saml",
        request: expect.any(String),
        attributesNames: ["uid", "NameID", "uniqueId"]
      }
    })
    expect(atob(body.authenticationRequest.request)).toContain("https://saml.sp.auth.adobe.com")
  })

  it("takes the header as the client builds it", async () => {
    const { application } = await start()
    const status = partnerFrameworkStatusHeader({
      frameworkPermissionInfo: { accessStatus: "granted" },
      frameworkProviderInfo: { id: "Cablevision", expirationDate: "4000000000000" }
    })
    expect((await application.partnerSession(returning, status)).body.actionName).toBe("partner_profile")
  })

  it.each([
    ["the status expires now", granted("Cablevision", String(createManualClock().now())), "pfs_fallback"],
    ["the MVPD takes no part", granted("Spectrum"), "configuration_fallback"]
  ])("falls back to the login page when %s", async (_, own, reasonType) => {
    const { application } = await start()
    const { body } = await application.partnerSession(returning, own)
    expect(body).toMatchObject({ actionName: "authenticate", actionType: "interactive", reasonType })
    expect(body.url).toBe(`/api/v2/authenticate/REF30/${body.code}`)
  })

  it.each([
    [
      "a redirect URL",
      { domainName: "adobe.com" },
      granted("Cablevision"),
      "missing_parameters_fallback",
      "redirectUrl"
    ],
    ["a status, which C-V2-2 counts as one that is invalid", returning, {}, "pfs_fallback", "mvpd"],
    ["permission", returning, permission("denied"), "pfs_fallback", "mvpd"],
    ["an MVPD that is known", returning, granted("Nobody"), "pfs_fallback", "mvpd"]
  ])("asks to resume without %s", async (_, parameters, own, reasonType, missing) => {
    const { application } = await start()
    const { body } = await application.partnerSession(parameters, own)
    expect(body).toMatchObject({
      actionName: "resume",
      actionType: "direct",
      reasonType,
      missingParameters: [missing],
      url: `/api/v2/REF30/sessions/${body.code}`
    })
  })

  it("goes on to decisions when access exists already", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    expect((await application.partnerSession(returning, granted("Cablevision"))).body.reasonType).toBe("authenticated")
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    expect((await application.partnerSession(returning, granted("Cablevision"))).body.reasonType).toBe("degraded")
    const authenticated = await authenticate()
    const { body } = await authenticated.application.partnerSession(returning, granted("Cablevision"))
    expect(body.reasonType).toBe("authenticatedSSO")
  })

  it("knows no partner but Apple, however it is spelled", async () => {
    const { application } = await start()
    const init = { method: "POST", body: new URLSearchParams(returning) }
    const spelled = await application.call("REF30/sessions/sso/apple", init, granted("Cablevision"))
    expect(spelled.body.actionName).toBe("partner_profile")
    const { status, body } = await application.call("REF30/sessions/sso/Roku", init, granted("Cablevision"))
    expect([status, body.code]).toEqual([400, "invalid_parameter_partner"])
  })
})

describe("creating a partner profile", () => {
  it("returns 201 with a profile of Apple", async () => {
    const { response } = await authenticate()
    expect(response.status).toBe(201)
    expect(response.body.profiles.Cablevision).toMatchObject({
      type: "appleSSO",
      issuer: "Apple",
      attributes: { userID: { value: "jane" }, tokenSource: { value: "Apple" } }
    })
  })

  it.each([
    ["permission_access_not_present", {}],
    ["permission_access_not_present", header({ frameworkPermissionInfo: {}, frameworkProviderInfo: {} })],
    ["permission_access_not_determined", permission("notDetermined")],
    ["permission_access_not_granted", permission("denied")],
    ["permission_access_not_granted", permission("restricted")],
    ["provider_id_not_determined", granted("Nobody")],
    ["provider_id_mismatch", granted("Spectrum")],
    ["provider_info_expired", granted("Cablevision", "1000")]
  ])("returns 400 invalid_header_pfs_%s", async (code, own) => {
    const { simulator, application } = await start()
    await application.partnerSession(returning, granted("Cablevision"))
    const response = encoded(simulator.partner.samlResponse("Cablevision"))
    const { status, body } = await application.partnerProfile(response, own)
    expect([status, body.code]).toEqual([400, `invalid_header_pfs_${code}`])
  })

  it.each([
    ["missing", ""],
    ["not Base64", "<samlp:Response/>"],
    ["not the Base64 of XML", btoa("gibberish")],
    ["form-encoded twice", encodeURIComponent(encoded("<samlp:Response></samlp:Response>+/"))]
  ])("refuses a SAML response that is %s, and says so in the journal", async (reason, response) => {
    const { simulator, application } = await start()
    const { status, body } = await application.partnerProfile(response, granted("Cablevision"))
    expect([status, body.code]).toEqual([400, "invalid_parameter_saml_response"])
    expect(simulator.journal.violations().map(({ message }) => message)).toEqual([`\`SAMLResponse\` is ${reason}.`])
  })

  it("returns 200 with a degraded profile while AuthNAll holds", async () => {
    const { simulator, application } = await start()
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    const { status, body } = await application.partnerProfile("", granted("Cablevision"))
    expect([status, body.profiles.Cablevision.type]).toEqual([200, "degraded"])
  })
})

describe("a partner profile", () => {
  it("is seen and used only with a usable framework status", async () => {
    const { application } = await authenticate()
    const own = granted("Cablevision")
    expect((await application.profiles()).body).toEqual({ profiles: {} })
    expect((await application.profiles(own)).body.profiles.Cablevision.type).toBe("appleSSO")
    expect((await application.profile("Cablevision", own)).body.profiles.Cablevision.type).toBe("appleSSO")
    expect((await application.profile("Cablevision", permission("denied"))).body).toEqual({ profiles: {} })
    const [with_] = (await application.authorize("Cablevision", ["REF30"], own)).body.decisions
    const [without] = (await application.authorize("Cablevision", ["REF30"])).body.decisions
    expect([with_.authorized, without.error.code]).toEqual([true, "authenticated_profile_missing"])
  })

  it("is logged out in the settings of the system", async () => {
    const { application } = await authenticate()
    expect((await application.logout("Cablevision")).body).toEqual({
      logouts: {
        Cablevision: { actionName: "partner_logout", actionType: "partner_interactive", mvpd: "Cablevision" }
      }
    })
    expect((await application.profiles(granted("Cablevision"))).body).toEqual({ profiles: {} })
  })

  it.each([
    ["denied", permission("denied"), 2, 0],
    ["not determined", permission("notDetermined"), 2, 0],
    ["that is no status", { "AP-Partner-Framework-Status": "gibberish" }, 0, 2]
  ])("counts a permission %s as the viewer's choice, not as a mistake", async (_, own, notes, violations) => {
    const { simulator, application } = await start()
    await application.partnerSession(returning, own)
    await application.profiles(own)
    const calls = simulator.journal.calls()
    expect([calls.flatMap((call) => call.notes).length, simulator.journal.violations().length]).toEqual([
      notes,
      violations
    ])
  })
})
