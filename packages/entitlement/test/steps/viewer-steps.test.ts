import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { readProfile } from "../../src/access/read-profile.ts"
import { viewerMessage } from "../../src/viewer-message/index.ts"
import { backend, codeOf } from "../support/steps-backend.ts"

const look = "retrieveProfileForCode"

describe("other steps", () => {
  it("share the list of MVPDs among the devices of a platform for two minutes", async () => {
    const { server, finish, count, clock } = backend()
    const of = server()
    await finish(Promise.all(["kitchen", "cellar", "attic"].map((id) => of(id).mvpds())))
    await clock.advance(119_999)
    await finish(of("kitchen").mvpds())
    expect(count("retrieveConfiguration")).toBe(1)
    await clock.advance(1)
    await finish(of("kitchen").mvpds())
    expect(count("retrieveConfiguration")).toBe(2)
  })

  it("find all profiles, the one that lasts longest first, without showing what an MVPD says about its viewer", async () => {
    const credentials = { clientId: "kept", clientSecret: "secret" }
    const { server, finish, simulator } = backend({}, { clients: [credentials] })
    const device = server()("kitchen")
    for (const mvpd of ["Cablevision", "Spectrum"]) {
      const code = codeOf(await finish(device.createSession({ mvpd })))
      simulator.mvpd.signIn(code)
      await finish(device.pollOnce(code))
    }
    const found = await finish(device.profiles())
    expect(found.kind === "signed-in" && found.accesses.map(({ mvpd }) => mvpd).sort()).toEqual([
      "Cablevision",
      "Spectrum"
    ])
    const [access] = found.kind === "signed-in" ? found.accesses : []
    if (access === undefined) throw new Error("There is no profile.")
    const { userID } = readProfile(access).attributes
    expect(userID?.value).toEqual(expect.any(String))
    expect(JSON.stringify(found) + inspect(found, { depth: 9, showHidden: true })).not.toContain(String(userID?.value))
    expect(inspect(structuredClone(found), { depth: 9, showHidden: true })).not.toContain(String(userID?.value))
  })

  it("play with a promotional pass, whose identity is hashed", async () => {
    const { server, finish, simulator } = backend()
    const identity = { key: "email", identifier: "viewer@example.com" }
    const device = server()("kitchen")
    expect(await finish(device.authorize({ mvpd: "flexibleTempPass", resource: "REF30", identity }))).toMatchObject({
      kind: "permit"
    })
    expect(await finish(device.authorize({ mvpd: "flexibleTempPass", resource: "REF30" }))).toMatchObject({
      kind: "undecided",
      failure: { code: "invalid_header_identity_for_temporary_access" }
    })
    simulator.journal.expectNoViolations()
  })

  it("sign out for the viewer only (R-LOG-1)", async () => {
    const { server, finish, count } = backend()
    const device = server()("kitchen")
    const untyped = device.prepareSignOut as (request: unknown) => Promise<unknown>
    await expect(finish(untyped({ mvpd: "Cablevision" }))).rejects.toMatchObject({ code: "invalid-configuration" })
    expect(count("initiateLogout")).toBe(0)
  })

  it("fail with the reason of the store", async () => {
    const broken = {
      get: () => Promise.reject(new Error("down")),
      set: () => Promise.reject(new Error("down")),
      remove: () => {}
    }
    const { server, finish, count } = backend({ storage: broken })
    const device = server()("kitchen")
    const failed = await finish(device.createSession().catch((thrown: unknown) => thrown))
    expect(viewerMessage(failed)).toMatchObject({ kind: "storage", log: { code: "store-unavailable" } })
    await expect(finish(device.pollOnce("ABCDEFG"))).rejects.toMatchObject({ code: "store-unavailable" })
    expect(count(look)).toBe(0)
  })

  it.each([
    ["serviceProvider", { serviceProvider: "" }],
    ["domainName", { domainName: "https://adobe.com/" }],
    ["redirectUrl", { redirectUrl: "done" }]
  ])("are refused with an option %s that is no good", (option, options) => {
    const { server } = backend(options)
    expect(server).toThrow(new RegExp(option))
  })

  it("reject with the signal's reason", async () => {
    const { server, finish } = backend()
    const signal = AbortSignal.abort(new Error("the device left"))
    await expect(finish(server()("kitchen").profiles({ signal }))).rejects.toThrow("the device left")
  })
})
