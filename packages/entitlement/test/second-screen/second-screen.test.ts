import { createAdobePass } from "@tve-pass/auth/promise"
import { exampleSoftwareStatement, type SimulatorOptions } from "@tve-pass/testing/simulator"
import { afterEach, describe, expect, it, vi } from "vitest"
import { viewerMessage } from "../../src/promise/index.ts"
import { createSecondScreen, type EnteredCode, type SecondScreenOptions } from "../../src/second-screen/index.ts"
import { viewerUnderTest } from "../support/signed-in-viewer.ts"

const info = { model: "Pixel 9", version: "1.0", osName: "Android", osVersion: "16", connectionType: "WiFi" }
const optimum = { id: "Cablevision", displayName: "Optimum", logoUrl: "" }

/** A television that shows a code, and the page on a phone. */
const phone = async (options: Partial<SecondScreenOptions> = {}, simulatorOptions: SimulatorOptions = {}) => {
  const under = await viewerUnderTest({}, simulatorOptions)
  const { simulator, context, run } = under
  const pass = createAdobePass({
    origin: simulator.origin,
    fetch: simulator.fetch,
    softwareStatement: exampleSoftwareStatement,
    device: { identifier: "phone", info },
    throttle: false
  })
  const secondScreen = createSecondScreen({
    pass,
    serviceProvider: "REF30",
    domainName: "adobe.com",
    redirectUrl: "https://adobe.com/done",
    ...options
  })
  const showCode = async (body: { mvpd?: string; domainName?: string; redirectUrl?: string }): Promise<string> => {
    const session = await run(
      context.call("createAuthenticationSession", (init) =>
        context.restV2.POST("/api/v2/{serviceProvider}/sessions", {
          params: { path: { serviceProvider: "REF30" } },
          body,
          ...init
        })
      )
    )
    return session.code ?? ""
  }
  return { ...under, secondScreen, showCode }
}

const sessionOf = (entered: EnteredCode) => {
  if (entered.kind !== "ready") throw new Error(`The code is ${entered.kind}.`)
  return entered.session
}

const complete = { mvpd: "Cablevision", domainName: "adobe.com", redirectUrl: "https://adobe.com/" }

afterEach(() => {
  vi.useRealTimers()
})

describe("a second screen", () => {
  it.each([".", "..", "%2e", "a/../b", "\ud800"])("sends no code that cannot be one (%j)", async (typed) => {
    const { secondScreen, simulator } = await phone()
    expect(await secondScreen.enter(typed)).toEqual({ kind: "wrong-or-expired" })
    expect(simulator.journal.calls("retrieveAuthenticationSession")).toEqual([])
  })

  it("checks the code, lets the viewer select, and opens the login page", async () => {
    const { secondScreen, showCode, simulator, count } = await phone()
    const code = await showCode({})
    const session = sessionOf(await secondScreen.enter(code))
    expect(session).toMatchObject({
      code,
      device: { operatingSystem: { name: "webOS" } },
      mvpd: undefined,
      missing: ["mvpd", "domainName", "redirectUrl"]
    })
    expect((await secondScreen.mvpds()).map(({ id }) => id)).not.toContain("TempPass_TEST40")
    expect(await session.proceed()).toEqual({ kind: "missing", parameters: ["mvpd"] })
    expect(await session.proceed({ mvpd: optimum })).toEqual({
      kind: "open",
      address: { href: `${simulator.origin}/api/v2/authenticate/REF30/${code}` }
    })
    expect(await session.outcome()).toBe("not-yet")
    simulator.mvpd.signIn(code)
    expect(await session.outcome()).toBe("signed-in")
    expect(count("retrieveAuthenticationSession")).toBe(1)
    expect(count("resumeAuthenticationSession")).toBe(1)
    expect(count("performAuthentication")).toBe(0)
    simulator.journal.expectNoViolations()
  })

  it("opens the login page without another call if the television has supplied everything", async () => {
    const { secondScreen, showCode, simulator, count } = await phone()
    const code = await showCode(complete)
    const session = sessionOf(await secondScreen.enter(` ${code}\n`))
    expect(session.mvpd).toBe("Cablevision")
    expect(await session.proceed()).toMatchObject({
      kind: "open",
      address: { href: `${simulator.origin}/api/v2/authenticate/REF30/${code}` }
    })
    expect(count("resumeAuthenticationSession")).toBe(0)
    simulator.journal.expectNoViolations()
  })

  it("supplies only what is missing", async () => {
    const { secondScreen, showCode, simulator } = await phone()
    const session = sessionOf(await secondScreen.enter(await showCode({ mvpd: "Cablevision" })))
    expect(await session.proceed()).toMatchObject({ kind: "open" })
    const [resumed] = simulator.journal.calls("resumeAuthenticationSession")
    expect(resumed?.body).toEqual({ domainName: "adobe.com", redirectUrl: "https://adobe.com/done" })
  })

  it("says that a code is wrong, and offers the usual spelling", async () => {
    const { secondScreen, showCode } = await phone()
    const code = await showCode(complete)
    expect(await secondScreen.enter("XXXXXXX")).toMatchObject({
      kind: "wrong-or-expired",
      failure: { code: "invalid_authentication_session" }
    })
    const typed = `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`
    const entered = await secondScreen.enter(typed)
    expect(entered).toMatchObject({ kind: "wrong-or-expired", suggestion: code })
    expect((await secondScreen.enter(code)).kind).toBe("ready")
  })

  it("sends nothing for an empty code", async () => {
    const { secondScreen, simulator } = await phone()
    expect(await secondScreen.enter("  ")).toEqual({ kind: "wrong-or-expired" })
    expect(simulator.journal.calls()).toHaveLength(0)
  })

  it("says so when the code ends meanwhile", async () => {
    const { secondScreen, showCode, simulator } = await phone()
    const code = await showCode({})
    const session = sessionOf(await secondScreen.enter(code))
    simulator.expireSession(code)
    expect(await session.proceed({ mvpd: optimum })).toMatchObject({ kind: "wrong-or-expired" })
    expect(await session.outcome()).toBe("ended")
    expect(viewerMessage(await session.proceed({ mvpd: optimum })).kind).toBe("new-code")
  })

  it("lets the viewer select again when the integration is gone, with a fresh list", async () => {
    const { secondScreen, showCode, simulator, count } = await phone()
    const session = sessionOf(await secondScreen.enter(await showCode({})))
    await secondScreen.mvpds()
    simulator.disableIntegration({ mvpd: "Cablevision" })
    expect(await session.proceed({ mvpd: optimum })).toMatchObject({ kind: "integration-removed", mvpd: "Cablevision" })
    expect((await secondScreen.mvpds()).map(({ id }) => id)).not.toContain("Cablevision")
    expect(count("retrieveConfiguration")).toBe(2)
  })

  it.each([
    [
      "authorize",
      { actionName: "authorize", actionType: "direct", reasonType: "degraded" },
      { kind: "already-signed-in" }
    ],
    ["retry", { actionName: "retry", missingParameters: ["domain"] }, { kind: "missing", parameters: ["domainName"] }],
    ["dance", { actionName: "dance" }, { kind: "unsupported", member: "actionName", value: "dance", sessionId: "s" }]
  ])("follows the action %s", async (_action, session, step) => {
    const { secondScreen, showCode, simulator } = await phone()
    const { proceed } = sessionOf(await secondScreen.enter(await showCode({})))
    simulator.faults.next("resumeAuthenticationSession", {
      status: 200,
      json: { serviceProvider: "REF30", sessionId: "s", ...session }
    })
    expect(await proceed({ mvpd: optimum })).toMatchObject(step)
  })

  it("rejects with what `viewerMessage` reads when the server fails", async () => {
    const { secondScreen, simulator } = await phone()
    simulator.faults.next("retrieveAuthenticationSession", { status: 503 })
    const failed = await secondScreen.enter("ABCDEFG").catch((thrown: unknown) => thrown)
    expect(viewerMessage(failed)).toMatchObject({ kind: "try-later", log: { code: "http-503" } })
    simulator.faults.next("retrieveAuthenticationSession", { reset: true })
    const offline = await secondScreen.enter("ABCDEFG").catch((thrown: unknown) => thrown)
    expect(viewerMessage(offline)).toMatchObject({ kind: "check-network" })
  })
})

describe("the MVPDs of a second screen", () => {
  it("are asked for once in three minutes, however many callers there are", async () => {
    vi.useFakeTimers({ toFake: ["performance"] })
    const { secondScreen, count } = await phone({ testMvpds: ["AdobeShibboleth"] })
    const [mvpds] = await Promise.all([secondScreen.mvpds(), secondScreen.mvpds()])
    expect(mvpds?.map(({ id }) => id)).toEqual(["Cablevision", "Spectrum", "Dish", "AdobePass_SMI"])
    expect(mvpds?.[0]).toMatchObject({ displayName: "Optimum" })
    vi.advanceTimersByTime(179_999)
    await secondScreen.mvpds()
    expect(count("retrieveConfiguration")).toBe(1)
    vi.advanceTimersByTime(1)
    await secondScreen.mvpds()
    expect(count("retrieveConfiguration")).toBe(2)
  })

  it("are asked for again after a failure", async () => {
    const { secondScreen, simulator, count } = await phone()
    simulator.faults.next("retrieveConfiguration", { status: 500 })
    await expect(secondScreen.mvpds()).rejects.toMatchObject({ failure: { httpStatus: 500 } })
    expect(await secondScreen.mvpds()).not.toHaveLength(0)
    expect(count("retrieveConfiguration")).toBe(2)
  })

  it("detach a caller that aborts, and serve the others", async () => {
    const { secondScreen } = await phone()
    const controller = new AbortController()
    const leaving = secondScreen.mvpds({ signal: controller.signal })
    const staying = secondScreen.mvpds()
    controller.abort(new Error("left the page"))
    await expect(leaving).rejects.toThrow("left the page")
    expect(await staying).not.toHaveLength(0)
  })
})
