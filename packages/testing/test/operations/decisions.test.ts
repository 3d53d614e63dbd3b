import { describe, expect, it } from "vitest"
import { signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async (options?: Parameters<typeof createCheckedSimulator>[0]) => {
  const simulator = createCheckedSimulator(options)
  const application = await startApplication(simulator)
  return { simulator, application }
}

const startSignedIn = async (options?: Parameters<typeof createCheckedSimulator>[0]) => {
  const started = await start(options)
  await signIn(started.simulator, started.application)
  return started
}

const outcomes = (body: {
  decisions: ReadonlyArray<{ resource: string; authorized: boolean; error?: { code: string } }>
}) => body.decisions.map(({ resource, authorized, error }) => [resource, authorized, error?.code])

describe("authorization", () => {
  it("permits with a decision and a media token", async () => {
    const { simulator, application } = await startSignedIn()
    const { status, body } = await application.authorize("Cablevision", ["REF30"])
    const now = simulator.clock.now()
    expect(status).toBe(200)
    expect(body).toEqual({
      decisions: [
        {
          resource: "REF30",
          serviceProvider: "REF30",
          mvpd: "Cablevision",
          source: "mvpd",
          authorized: true,
          token: { notBefore: now, notAfter: now + 7 * 60 * 1_000, serializedToken: expect.any(String) },
          notBefore: now,
          notAfter: now + 60 * 60 * 1_000
        }
      ]
    })
  })

  it("gives a media token in the documented form, with a signature that nobody takes for one", async () => {
    const { simulator, application } = await startSignedIn()
    const { decisions } = (await application.authorize("Cablevision", ["<title>A & B</title>"])).body
    const xml = Buffer.from(decisions[0].token.serializedToken, "base64").toString()
    expect(decisions[0].token.serializedToken).toMatch(/^PHNpZ25hdHVyZUluZm8/)
    expect(xml).toMatch(
      new RegExp(
        "^<signatureInfo>simulated, verifies nowhere</signatureInfo><shortAuthorizationToken>" +
          "<sessionGUID>[0-9a-f]{64}</sessionGUID><requestorID>REF30</requestorID>" +
          "<resourceID>&lt;title&gt;A &amp; B&lt;/title&gt;</resourceID><ttl>420000</ttl>" +
          `<issueTime>${new Date(simulator.clock.now()).toISOString()}</issueTime>` +
          "<mvpdId>Cablevision</mvpdId><proxyMvpdId>Cablevision</proxyMvpdId></shortAuthorizationToken>$"
      )
    )
  })

  it("denies in a 200 what the MVPD denies, with its text", async () => {
    const { simulator, application } = await startSignedIn()
    const details = 'Your subscription package does not include the "Live" channel'
    simulator.mvpd.rule("Cablevision", { resource: "REF40", decision: "deny", details })
    const { status, body } = await application.authorize("Cablevision", ["REF40"])
    expect(status).toBe(200)
    expect(body.decisions[0]).toMatchObject({ authorized: false, source: "mvpd", notAfter: expect.any(Number) })
    expect(body.decisions[0]).not.toHaveProperty("token")
    expect(body.decisions[0].error).toEqual({
      action: "none",
      status: 403,
      code: "authorization_denied_by_mvpd",
      message: expect.stringContaining("Deny"),
      details,
      helpUrl: expect.stringContaining("https://"),
      trace: expect.any(String)
    })
  })

  it("lets the viewer's rules go before those of the MVPD, and any code of the catalogue deny", async () => {
    const { application } = await startSignedIn({
      authorizeLimit: 3,
      mvpds: [
        {
          id: "Cablevision",
          resources: [{ resource: "*", decision: "deny" }],
          viewers: [
            {
              id: "child",
              resources: [
                { resource: "cartoon", decision: "permit" },
                { resource: "horror", decision: "authorization_denied_by_parental_controls" }
              ]
            }
          ]
        }
      ]
    })
    expect(outcomes((await application.authorize("Cablevision", ["cartoon", "horror", "news"])).body)).toEqual([
      ["cartoon", true, undefined],
      ["horror", false, "authorization_denied_by_parental_controls"],
      ["news", false, "authorization_denied_by_mvpd"]
    ])
  })

  it("comes from the dummy feature where the MVPD does not decide", async () => {
    const { application } = await startSignedIn({ mvpds: [{ id: "Cablevision", decides: false }] })
    expect((await application.authorize("Cablevision", ["REF30"])).body.decisions[0].source).toBe("dummy")
  })

  it("needs a profile that is there, valid and not taken back", async () => {
    const { simulator, application } = await start()
    const code = async () => outcomes((await application.authorize("Cablevision", ["REF30"])).body)[0]?.[2]
    expect(await code()).toBe("authenticated_profile_missing")
    await signIn(simulator, application)
    expect(await code()).toBeUndefined()
    simulator.invalidateProfiles({ mvpd: "Cablevision" })
    expect(await code()).toBe("authenticated_profile_invalidated")
    await signIn(simulator, application)
    simulator.expireProfiles()
    expect(await code()).toBe("authenticated_profile_expired")
  })

  it.each([
    [["a", "b"], "too_many_resources"],
    [["a"], undefined]
  ])("decides on one resource at a time: %j", async (resources, code) => {
    const { application } = await startSignedIn()
    const body = (await application.authorize("Cablevision", resources)).body
    expect(outcomes(body)).toEqual(resources.map((resource) => [resource, code === undefined, code]))
  })

  it.each([[[]], [[""]], [[7]], [[" "]]])("refuses the resources %j", async (resources) => {
    const { application } = await startSignedIn()
    const { status, body } = await application.authorize("Cablevision", resources)
    expect([status, body.code]).toEqual([400, "invalid_parameter_resources"])
  })
})

describe("preauthorization", () => {
  it("decides on each resource, without tokens and without validity", async () => {
    const { simulator, application } = await startSignedIn()
    simulator.mvpd.rule("Cablevision", { resource: "resource3", on: "preauthorize", decision: "deny" })
    const { body } = await application.preauthorize("Cablevision", ["resource1", "resource3"])
    expect(outcomes(body)).toEqual([
      ["resource1", true, undefined],
      ["resource3", false, "preauthorization_denied_by_mvpd"]
    ])
    for (const decision of body.decisions) {
      expect(decision).not.toHaveProperty("token")
      expect(decision).not.toHaveProperty("notAfter")
    }
    expect(outcomes((await application.authorize("Cablevision", ["resource3"])).body)[0]?.[1]).toBe(true)
  })

  it("takes five resources and not a sixth", async () => {
    const { application } = await startSignedIn()
    const five = ["1", "2", "3", "4", "5"]
    expect(outcomes((await application.preauthorize("Cablevision", five)).body)).toHaveLength(5)
    const six = outcomes((await application.preauthorize("Cablevision", [...five, "6"])).body)
    expect(six.map(([, , code]) => code)).toEqual(Array.from({ length: 6 }, () => "too_many_resources"))
  })
})
