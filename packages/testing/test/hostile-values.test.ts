import { describe, expect, it } from "vitest"
import { returning, signIn, startApplication } from "./support/application.ts"
import { createCheckedSimulator } from "./support/checked-simulator.ts"
import { jws } from "./support/jws.ts"

/** What JSON can bring where a text or a number belongs: it converts to neither. */
const inconvertible = { toString: 1, valueOf: 1 }

const base64 = (value: unknown) => btoa(JSON.stringify(value))

const start = async (options?: Parameters<typeof createCheckedSimulator>[0], headers?: Record<string, string>) => {
  const simulator = createCheckedSimulator(options)
  return { simulator, application: await startApplication(simulator, headers === undefined ? {} : { headers }) }
}

describe("an object where a text or a number belongs", () => {
  it("in a single sign-on token is no single sign-on", async () => {
    const { simulator, application } = await start()
    const token = jws({ iss: inconvertible, sub: "jane" })
    expect((await application.profiles({ "AD-Service-Token": token })).status).toBe(200)
    expect(simulator.journal.violations().map(({ rule }) => rule)).toEqual(["single-sign-on"])
  })

  it("in the device information is left out of the device", async () => {
    const deviceInfo = base64({ model: inconvertible, version: 2.5, displayWidth: inconvertible, displayHeight: 1080 })
    const { application } = await start({}, { "X-Device-Info": deviceInfo })
    const { code } = (await application.createSession({})).body
    const { status, body } = await application.session(code)
    expect([status, body.device.model, body.device.version.major]).toEqual([200, null, 2])
    expect(body.device.display).toMatchObject({ width: 0, height: 1_080 })
  })

  it("in the framework status counts as expired", async () => {
    const { application } = await start()
    const status = base64({
      frameworkPermissionInfo: { accessStatus: "granted" },
      frameworkProviderInfo: { id: "Cablevision", expirationDate: inconvertible }
    })
    const { body } = await application.partnerProfile("", { "AP-Partner-Framework-Status": status })
    expect(body.code).toBe("invalid_header_pfs_provider_info_expired")
  })
})

describe("a name that every JavaScript object has", () => {
  const names = ["__proto__", "constructor", "toString"]

  it.each(names)("is unknown unless it is given: %s", async (name) => {
    const { application } = await start()
    const codes = [
      (await application.call(`${name}/configuration`)).body.code,
      (await application.profile(name)).body.code,
      (await application.profileForCode(name)).body.code
    ]
    expect(codes).toEqual(["invalid_parameter_service_provider", "invalid_parameter_mvpd", "invalid_parameter_code"])
  })

  it.each(names)("is as good as any other where it is given: %s", async (name) => {
    const viewer = { id: name, attributes: { [name]: { value: { [name]: "a" } } } }
    const { simulator, application } = await start({ mvpds: [{ id: name, viewers: [viewer] }] })
    await signIn(simulator, application, name)
    const { profiles } = (await application.profiles()).body
    expect(Object.keys(profiles)).toEqual([name])
    const own = Object.getOwnPropertyDescriptor(profiles, name)
    expect(Object.keys(own?.value.attributes)).toContain(name)
    const [decision] = (await application.authorize(name, [name])).body.decisions
    expect([decision.mvpd, decision.resource, decision.authorized]).toEqual([name, name, true])
    expect(Object.keys((await application.logout(name)).body.logouts)).toEqual([name])
  })

  it.each(names)("is no member of a form: %s", async (name) => {
    const { simulator, application } = await start()
    const parameters = Object.fromEntries([...Object.entries(returning), [name, "a"]])
    expect((await application.createSession(parameters)).body.missingParameters).toEqual(["mvpd"])
    expect(simulator.journal.violations().map(({ rule }) => rule)).toEqual(["body"])
  })
})
