import { describe, expect, it } from "vitest"
import { returning, signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async (options?: Parameters<typeof createCheckedSimulator>[0]) => {
  const simulator = createCheckedSimulator(options)
  return { simulator, application: await startApplication(simulator) }
}

describe("creating an authentication session", () => {
  it("sends to the login page when nothing is missing", async () => {
    const { simulator, application } = await start()
    const { status, body } = await application.createSession({ mvpd: "Cablevision", ...returning })
    expect(status).toBe(200)
    expect(body).toEqual({
      actionName: "authenticate",
      actionType: "interactive",
      reasonType: "none",
      url: `/api/v2/authenticate/REF30/${body.code}`,
      code: expect.stringMatching(/^[A-Z0-9]{7}$/),
      sessionId: expect.any(String),
      mvpd: "Cablevision",
      serviceProvider: "REF30",
      notBefore: String(simulator.clock.now()),
      notAfter: String(simulator.clock.now() + 30 * 60 * 1_000)
    })
  })

  it("asks for what is missing, an empty body included", async () => {
    const { application } = await start()
    const { body } = await application.createSession({})
    expect(body).toMatchObject({
      actionName: "resume",
      actionType: "direct",
      reasonType: "none",
      url: `/api/v2/REF30/sessions/${body.code}`,
      missingParameters: ["mvpd", "domainName", "redirectUrl"]
    })
    expect(body).not.toHaveProperty("mvpd")
    expect((await application.createSession({ mvpd: "Dish" })).body).toMatchObject({
      mvpd: "Dish",
      missingParameters: ["domainName", "redirectUrl"]
    })
  })

  it("skips the login when a profile exists", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    const { body } = await application.createSession({ mvpd: "Cablevision", ...returning })
    expect(body).toEqual({
      actionName: "authorize",
      actionType: "direct",
      reasonType: "authenticated",
      url: "/api/v2/REF30/decisions/authorize/Cablevision",
      sessionId: expect.any(String),
      mvpd: "Cablevision",
      serviceProvider: "REF30"
    })
  })

  it("skips the login for temporary and for degraded access", async () => {
    const { simulator, application } = await start()
    simulator.degrade({ mvpd: "Dish", rule: "AuthNAll" })
    const reasons = [
      (await application.createSession({ mvpd: "TempPass_TEST40" })).body,
      (await application.createSession({ mvpd: "Dish" })).body
    ].map(({ actionName, reasonType }) => [actionName, reasonType])
    expect(reasons).toEqual([
      ["authorize", "temporary"],
      ["authorize", "degraded"]
    ])
  })

  it.each([
    [{ mvpd: "Nobody" }, "invalid_parameter_mvpd"],
    [{ mvpd: "ATTOTT" }, "invalid_integration"],
    [{ redirectUrl: "not a URL" }, "invalid_parameter_redirect_url"],
    [{ redirectUrl: encodeURIComponent("https://adobe.com") }, "invalid_parameter_redirect_url"]
  ])("refuses %o as %s", async (parameters, code) => {
    const { application } = await start()
    const { status, body } = await application.createSession(parameters)
    expect([status, body.status, body.code]).toEqual([400, 400, code])
  })
})

describe("an authentication code", () => {
  it("ends after 30 minutes", async () => {
    const { simulator, application } = await start()
    const { code } = (await application.createSession({})).body
    simulator.clock.advance(30 * 60 * 1_000 - 1)
    expect((await application.session(code)).status).toBe(200)
    simulator.clock.advance(1)
    expect((await application.session(code)).body.code).toBe("invalid_authentication_session")
    expect((await application.resumeSession(code, {})).body.code).toBe("invalid_authentication_session")
    expect((await application.profileForCode(code)).body.code).toBe("invalid_authentication_session")
  })

  it("is superseded by a new one of the same device, not by one of another", async () => {
    const { simulator, application } = await start()
    const other = await startApplication(simulator, { deviceIdentifier: "device-2" })
    const { code: first } = (await application.createSession({})).body
    const { code: others } = (await other.createSession({})).body
    const { code: second } = (await application.createSession({})).body
    expect((await application.profileForCode(first)).body.code).toBe("invalid_authentication_session")
    expect((await application.profileForCode(second)).body).toEqual({ profiles: {} })
    expect((await application.profileForCode(others)).body).toEqual({ profiles: {} })
  })

  it("that was mistyped is told from one that has no session", async () => {
    const { application } = await start()
    expect((await application.session("8er-640m")).body.code).toBe("invalid_parameter_code")
    expect((await application.session("8ER640M")).body.code).toBe("invalid_authentication_session")
  })

  it("belongs to its service provider", async () => {
    const simulator = createCheckedSimulator({ serviceProviders: ["REF30", "OTHER"] })
    const application = await startApplication(simulator)
    const other = await startApplication(simulator, { serviceProvider: "OTHER" })
    const { code } = (await application.createSession({})).body
    expect((await other.session(code)).body.code).toBe("invalid_authentication_session")
  })
})

describe("a second screen", () => {
  it("validates the code, adds what is missing, and signs in for the first", async () => {
    const { simulator, application: television } = await start()
    const phone = await startApplication(simulator, { deviceIdentifier: "phone" })
    const { code } = (await television.createSession({})).body

    const session = (await phone.session(code)).body
    expect(session).toMatchObject({
      existingParameters: { serviceProvider: "REF30" },
      missingParameters: ["mvpd", "domainName", "redirectUrl"],
      device: { type: "TV", model: "OLED55", operatingSystem: { name: "webOS", version: { major: 7 } } }
    })

    const retry = (await phone.resumeSession(code, { mvpd: "Cablevision", domainName: "adobe.com" })).body
    expect(retry).toMatchObject({ actionName: "retry", missingParameters: ["redirectUrl"], code, mvpd: "Cablevision" })

    const authenticate = (await phone.resumeSession(code, { redirectUrl: returning.redirectUrl })).body
    expect(authenticate).toMatchObject({ actionName: "authenticate", url: `/api/v2/authenticate/REF30/${code}` })
    expect((await phone.session(code)).body).not.toHaveProperty("missingParameters")

    simulator.mvpd.signIn(code)
    expect((await television.profileForCode(code)).body.profiles).toHaveProperty("Cablevision")
    expect((await phone.profileForCode(code)).body.profiles).toHaveProperty("Cablevision")
    expect((await television.profiles()).body.profiles).toHaveProperty("Cablevision")
    expect((await phone.profiles()).body.profiles).toEqual({})
  })

  it("may pick another MVPD than the first screen", async () => {
    const { simulator, application } = await start()
    const { code } = (await application.createSession({ mvpd: "Cablevision", ...returning })).body
    expect((await application.resumeSession(code, { mvpd: "Spectrum" })).body.mvpd).toBe("Spectrum")
    simulator.mvpd.signIn(code)
    expect(Object.keys((await application.profiles()).body.profiles)).toEqual(["Spectrum"])
  })

  it("is told when the device is authenticated already", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    const { code } = (await application.createSession({})).body
    const { body } = await application.resumeSession(code, { mvpd: "Cablevision", ...returning })
    expect(body).toMatchObject({ actionName: "authorize", reasonType: "authenticated", mvpd: "Cablevision" })
    expect(body).not.toHaveProperty("code")
  })
})
