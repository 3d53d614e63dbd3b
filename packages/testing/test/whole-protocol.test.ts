import { expect, it } from "vitest"
import { type Coverage, type EnhancedErrorCode, exampleSoftwareStatement } from "../src/index.ts"
import { operations } from "../src/simulator/protocol/operations.ts"
import { returning, signIn, startApplication, type TestApplication } from "./support/application.ts"
import { createCheckedSimulator } from "./support/checked-simulator.ts"
import { jws } from "./support/jws.ts"

type CheckedSimulator = ReturnType<typeof createCheckedSimulator>

const serviceToken = { "AD-Service-Token": jws({ sub: "jane" }) }

const framework = (id: string, accessStatus = "granted") => ({
  "AP-Partner-Framework-Status": btoa(
    JSON.stringify({ frameworkPermissionInfo: { accessStatus }, frameworkProviderInfo: { id } })
  )
})

/** Codes that only a rule of the MVPD brings about. */
const ruled = (coverage: Coverage): ReadonlyArray<string> => coverage.enumValues.EnhancedErrorCode.missing

const walkSessions = async (simulator: CheckedSimulator, application: TestApplication) => {
  const { code } = (await application.createSession({})).body
  await application.resumeSession(code, { mvpd: "Cablevision" })
  await application.resumeSession(code, returning)
  await application.session(code)
  await simulator.fetch(`${simulator.origin}/api/v2/authenticate/REF30/${code}`, { redirect: "manual" })
  await simulator.fetch(`${simulator.origin}/api/v2/authenticate/REF30/nonsense`)
  await application.profileForCode(code)
  simulator.mvpd.signIn(code)
  await application.profileForCode(code)
  await application.createSession({ mvpd: "Cablevision" })
  await application.createSession({ mvpd: "TempPass_TEST40" })
  await application.createSession({ redirectUrl: "x" })
  await application.resumeSession("nonsense", {})
  await application.session("8ER640M")
  await application.profileForCode("8ER640M")
}

const walkPartner = async (simulator: CheckedSimulator, application: TestApplication) => {
  await application.partnerSession(returning, framework("Cablevision"))
  await application.partnerSession(returning, framework("Cablevision", "denied"))
  await application.partnerSession(returning, framework("Spectrum"))
  await application.partnerSession({}, framework("Cablevision"))
  await application.call("REF30/sessions/sso/Roku", { method: "POST", body: new URLSearchParams() })
  await application.partnerProfile("x", framework("Cablevision"))
  await application.partnerProfile(btoa(simulator.partner.samlResponse("Cablevision")), framework("Cablevision"))
  await application.profiles(framework("Cablevision"))
}

const walkDecisions = async (simulator: CheckedSimulator, application: TestApplication) => {
  await application.authorize("Cablevision", [])
  await application.preauthorize("Cablevision", [])
  await application.authorize("Dish", ["REF30"])
  await application.authorize("TempPass_TEST40", ["REF30"])
  await application.profile("TempPass_TEST40")
  simulator.exhaustTemporaryAccess({ mvpd: "TempPass_TEST40", deviceIdentifier: application.deviceIdentifier })
  await application.profile("TempPass_TEST40")
  const { code: session } = (await application.createSession({})).body
  await application.resumeSession(session, { mvpd: "TempPass_TEST40" })
  await application.profileForCode(session)
  for (const code of ruled(simulator.journal.coverage())) {
    // Boundary: the list is that of the catalogue.
    simulator.mvpd.rule("Cablevision", { resource: code, decision: code as EnhancedErrorCode })
    await application.authorize("Cablevision", [code])
    await application.preauthorize("Cablevision", [code])
  }
}

const walkLogouts = async (simulator: CheckedSimulator, application: TestApplication) => {
  await application.logout("Cablevision")
  await application.logout("Cablevision")
  await application.logout("Cablevision", "x")
  await application.logout("TempPass_TEST40")
  const apple = await startApplication(simulator, { deviceIdentifier: "apple" })
  await apple.partnerProfile(btoa(simulator.partner.samlResponse("Cablevision")), framework("Cablevision"))
  await apple.logout("Cablevision")
}

const walkSingleSignOn = async (simulator: CheckedSimulator) => {
  for (const headers of [serviceToken, { "Adobe-Subject-Token": jws({ sub: "jane" }) }]) {
    const first = await startApplication(simulator, { deviceIdentifier: "first", headers })
    await signIn(simulator, first, "Spectrum")
    const second = await startApplication(simulator, { deviceIdentifier: "second", headers })
    await second.profiles()
    await second.createSession({ mvpd: "Spectrum" })
  }
}

const walkDegradation = async (simulator: CheckedSimulator, application: TestApplication) => {
  simulator.degrade({ mvpd: "Dish", rule: "AuthNAll" })
  await application.createSession({ mvpd: "Dish" })
  await application.profile("Dish")
  await application.authorize("Dish", ["REF30"])
  simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
  await application.partnerProfile("", framework("Cablevision"))
}

const walkRegistration = async (simulator: CheckedSimulator) => {
  const register = async (body: Record<string, unknown>) => {
    const response = await simulator.fetch(`${simulator.origin}/o/client/register`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body)
    })
    return response.json()
  }
  await register({})
  await register({ software_statement: "unknown.a.b" })
  await register({ software_statement: "revoked.a.b" })
  await register({ software_statement: "limited.a.b", redirect_uri: "x" })
  const { client_id, client_secret } = await register({ software_statement: "limited.a.b" })
  const credentials = { client_id, client_secret }
  for (const parameters of [
    {},
    { ...credentials, grant_type: "password" },
    { ...credentials, grant_type: "client_credentials" },
    { client_id: "x", client_secret: "x", grant_type: "client_credentials" }
  ]) {
    await simulator.fetch(`${simulator.origin}/o/client/token`, {
      method: "POST",
      body: new URLSearchParams(parameters)
    })
  }
}

/** Every operation without a token, and for a service provider that does not exist. */
const walkRefusals = async (simulator: CheckedSimulator, application: TestApplication) => {
  for (const { method, path, authorization } of Object.values(operations)) {
    if (authorization === "none") continue
    const init = { method, headers: { Authorization: `Bearer ${application.accessToken()}` } }
    const url = `${simulator.origin}${path.replaceAll(/\{\w+\}/g, "x")}`
    await simulator.fetch(url, init)
    await simulator.fetch(url, { method })
  }
}

it("can show every status and every enum value that the protocol documents, except where only a fault or a switch can", async () => {
  const simulator = createCheckedSimulator({
    applications: [
      { softwareStatement: exampleSoftwareStatement },
      { softwareStatement: "limited.a.b", grantTypes: [] },
      { softwareStatement: "revoked.a.b", status: "revoked" }
    ],
    mvpds: [
      {
        id: "Cablevision",
        flags: { platformMappingId: "Cablevision", enablePlatformServices: true, boardingStatus: "SUPPORTED" },
        viewers: [{ id: "jane", attributes: { zip: { value: "x", state: "enc" } } }]
      },
      { id: "Spectrum", flags: { platformMappingId: "Spectrum", boardingStatus: "PICKER" } },
      { id: "Dish", decides: false },
      { id: "TempPass_TEST40", temporaryAccess: { type: "basic", duration: 180 } }
    ]
  })
  const application = await startApplication(simulator)
  await application.configuration({ "X-Device-Info": btoa('{"osName":"tvOS"}') })
  await walkRegistration(simulator)
  await walkRefusals(simulator, application)
  await walkPartner(simulator, application)
  await walkSessions(simulator, application)
  simulator.grantProfile({ clientId: application.clientId, deviceIdentifier: "device-1", mvpd: "Dish" })
  await walkSingleSignOn(simulator)
  await walkDecisions(simulator, application)
  await walkLogouts(simulator, application)
  await walkDegradation(simulator, application)

  const { operations: shown, enumValues } = simulator.journal.coverage()
  const missing = Object.entries(enumValues).flatMap(([name, values]) =>
    values.missing.map((value) => `${name} ${value}`)
  )
  expect(missing).toEqual([
    // A reading (C-V2-6), the spelling of diagrams (C-V2-10), and an action that no code of the catalogue has.
    "MissingParameter domain",
    "AttributeState encrypted",
    "EnhancedErrorAction authorization"
  ])
  // Statuses that only the throttle, a fault or a wrong method brings about; a wrong method has no operation.
  const elsewhere = new Set([405, 429, 500])
  const missingStatuses = Object.entries(shown).flatMap(([id, { statuses }]) =>
    statuses.missing.filter((status) => !elsewhere.has(status)).map((status) => `${id} ${status}`)
  )
  // By default profile errors arrive in each decision (U-V2-6).
  expect(missingStatuses).toEqual(["retrieveAuthorizationDecisions 403", "retrievePreauthorizationDecisions 403"])
})
