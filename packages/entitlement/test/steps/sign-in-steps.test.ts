import { AuthError, inProcessLock } from "@tve-pass/auth"
import { describe, expect, it } from "vitest"
import { viewerMessage } from "../../src/viewer-message/index.ts"
import { backend, codeOf } from "../support/steps-backend.ts"

const look = "retrieveProfileForCode"

describe("the steps of a sign-in", () => {
  it("lead from a code to a playback and back, each on another server", async () => {
    const { server, finish, simulator, count, clock } = backend()
    const [one, two, three] = [server()("kitchen"), server()("kitchen"), server()("kitchen")]

    expect(await finish(one.profiles())).toEqual({ kind: "signed-out" })
    const mvpds = await finish(one.mvpds())
    expect(mvpds.map(({ id }) => id)).toContain("Cablevision")
    const session = await finish(two.createSession({ mvpd: "Cablevision" }))
    const code = codeOf(session)
    expect(session).toMatchObject({
      kind: "code",
      missing: [],
      endsAt: clock.currentTimeMillisUnsafe() + 1_800_000,
      address: { href: `${simulator.origin}/api/v2/authenticate/REF30/${code}` }
    })
    expect(await finish(three.pollOnce(code))).toEqual({ kind: "waiting", retryAfter: 5_000 })
    simulator.mvpd.signIn(code)
    await clock.advance(3_000)
    expect(await finish(one.pollOnce(code))).toMatchObject({
      kind: "signed-in",
      access: { kind: "regular", mvpd: "Cablevision" }
    })
    const decisions = await finish(two.preauthorize({ mvpd: "Cablevision", resources: ["a", "b", "c", "d", "e", "f"] }))
    expect(decisions.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => "permit"))
    const decision = await finish(three.authorize({ mvpd: "Cablevision", resource: "REF30" }))
    expect(decision.kind === "permit" && (await decision.playback.redeem(async (token) => atob(token)))).toContain(
      "<signatureInfo>"
    )
    expect(await finish(one.prepareSignOut({ because: "the viewer asked", mvpd: "Cablevision" }))).toMatchObject([
      { kind: "open", mvpd: "Cablevision" }
    ])
    expect(await finish(two.profiles())).toEqual({ kind: "signed-out" })
    expect(count("registerClient")).toBe(1)
    expect(count("retrieveConfiguration")).toBe(1)
    expect(count("createAuthenticationSession")).toBe(1)
    expect(count(look)).toBe(2)
    expect(count("retrievePreauthorizationDecisions")).toBe(2)
    expect(count("retrieveAuthorizationDecisions")).toBe(1)
    simulator.journal.expectNoViolations()
  })

  it("let devices ask as often as they like, and look every 3 s at most, whichever server is asked", async () => {
    const { server, finish, count, clock, simulator } = backend()
    const servers = [server()("kitchen"), server()("kitchen"), server()("kitchen")]
    const code = codeOf(await finish(server()("kitchen").createSession({ mvpd: "Cablevision" })))
    const polls = await finish(Promise.all(servers.map(({ pollOnce }) => pollOnce(code))))
    expect(polls.map(({ kind }) => kind).sort()).toEqual(["too-early", "too-early", "waiting"])
    for (let tick = 0; tick < 60; tick++) {
      await clock.advance(100)
      await finish(Promise.all(servers.slice(tick % 3, (tick % 3) + 1).map(({ pollOnce }) => pollOnce(code))))
    }
    // At 0, 3 and 6 seconds.
    expect(count(look)).toBe(3)
    simulator.journal.expectNoViolations()
  })

  it("say when the next look is sent", async () => {
    const { server, finish, clock } = backend()
    const device = server()("kitchen")
    const code = codeOf(await finish(device.createSession()))
    await finish(device.pollOnce(code))
    await clock.advance(1_200)
    expect(await finish(device.pollOnce(code))).toEqual({ kind: "too-early", retryAfter: 1_800 })
  })

  it("keep devices apart", async () => {
    const { server, finish, count } = backend()
    const of = server()
    const [kitchen, cellar] = [of("kitchen"), of("cellar")]
    const kitchenCode = codeOf(await finish(kitchen.createSession()))
    const cellarCode = codeOf(await finish(cellar.createSession()))
    expect(await finish(kitchen.pollOnce(kitchenCode))).toMatchObject({ kind: "waiting" })
    expect(await finish(cellar.pollOnce(cellarCode))).toMatchObject({ kind: "waiting" })
    expect(await finish(kitchen.pollOnce(cellarCode))).toEqual({ kind: "ended", why: "superseded" })
    expect(count(look)).toBe(2)
  })

  it("send nothing for a code that has ended, was superseded, or belongs to no sign-in", async () => {
    const { server, finish, count, clock } = backend()
    const device = server()("kitchen")
    expect(await finish(device.pollOnce("ABCDEFG"))).toEqual({ kind: "ended", why: "unknown" })
    const first = codeOf(await finish(device.createSession()))
    const second = codeOf(await finish(server()("kitchen").createSession()))
    expect(await finish(device.pollOnce(first))).toEqual({ kind: "ended", why: "superseded" })
    await clock.advance(1_800_000)
    const ended = await finish(device.pollOnce(second))
    expect(ended).toEqual({ kind: "ended", why: "expired" })
    expect(viewerMessage(ended).kind).toBe("new-code")
    expect(count(look)).toBe(0)
  })

  it("do not look at a code again once a profile is there, and still give the access", async () => {
    const { server, finish, count, simulator, clock } = backend()
    const device = server()("kitchen")
    const code = codeOf(await finish(device.createSession({ mvpd: "Cablevision" })))
    simulator.mvpd.signIn(code)
    await finish(device.pollOnce(code))
    await clock.advance(1_000)
    expect(await finish(device.pollOnce(code))).toMatchObject({ kind: "signed-in", access: { mvpd: "Cablevision" } })
    expect(count(look)).toBe(1)
    expect(count("retrieveProfileForMvpd")).toBe(1)
  })

  it("keep a new code when the server refuses the one that it superseded (M-AUTHN-5)", async () => {
    const { server, finish, simulator, clock } = backend()
    const device = server()("kitchen")
    const first = codeOf(await finish(device.createSession()))
    simulator.faults.next(look, { enhancedError: "invalid_authentication_session", delay: 2_000 })
    const refused = device.pollOnce(first)
    await clock.settle()
    const second = codeOf(await finish(device.createSession()))
    expect(await finish(refused)).toMatchObject({ kind: "ended", why: "refused" })
    expect(await finish(device.pollOnce(second))).toMatchObject({ kind: "waiting" })
  })

  it("keep a new code that is stored while another server notes a poll of the old one", async () => {
    const records = new Map<string, string>()
    let gate: Promise<void> | undefined
    const { server, finish, clock } = backend({
      storage: {
        lock: inProcessLock(),
        get: async (key) => {
          const json = records.get(key)
          if (key.startsWith("steps.")) await gate
          return json
        },
        set: (key, json) => void records.set(key, json),
        remove: (key) => void records.delete(key)
      }
    })
    const device = server()("kitchen")
    const first = codeOf(await finish(device.createSession()))
    const opened = new AbortController()
    gate = new Promise((open) => opened.signal.addEventListener("abort", () => open()))
    const polling = device.pollOnce(first)
    await clock.settle()
    const creating = server()("kitchen").createSession()
    await clock.settle()
    gate = undefined
    opened.abort()
    const second = codeOf(await finish(creating))
    await finish(polling)
    expect(await finish(device.pollOnce(second))).toMatchObject({ kind: "waiting" })
  })

  it("end when the server refuses the code", async () => {
    const { server, finish, simulator } = backend()
    const device = server()("kitchen")
    const code = codeOf(await finish(device.createSession()))
    simulator.expireSession(code)
    expect(await finish(device.pollOnce(code))).toMatchObject({ kind: "ended", why: "refused" })
    expect(await finish(device.pollOnce(code))).toEqual({ kind: "ended", why: "unknown" })
  })

  it.each([
    ["no response", { reset: true }],
    ["a 503", { status: 503 }],
    ["a captive portal", { status: 200, html: "<p>Log in</p>" }],
    ["a timeout of the partner", { enhancedError: "network_connection_timeout" }]
  ] as const)("go on after %s", async (_name, fault) => {
    const { server, finish, simulator } = backend()
    const device = server()("kitchen")
    const code = codeOf(await finish(device.createSession()))
    simulator.faults.rate(look, 1, fault)
    expect(await finish(device.pollOnce(code))).toMatchObject({ kind: "waiting" })
  })

  it("go on after a throttle, not before it ends", async () => {
    const { server, finish, clock } = backend()
    const retryAt = clock.currentTimeMillisUnsafe() + 20_000
    const throttled = new AuthError({ reason: { _tag: "Throttled", by: "server", retryAt } })
    let isThrottled = false
    const device = server((pass) => ({
      ...pass,
      fetch: (input, init) => (isThrottled ? Promise.reject(throttled) : pass.fetch(input, init))
    }))("kitchen")
    const code = codeOf(await finish(device.createSession()))
    isThrottled = true
    expect(await finish(device.pollOnce(code))).toEqual({ kind: "waiting", retryAfter: 20_000 })
  })

  it("need no login where the session says so", async () => {
    const { server, finish, simulator } = backend()
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    expect(await finish(server()("kitchen").createSession({ mvpd: "Cablevision" }))).toMatchObject({
      kind: "signed-in",
      access: { kind: "degraded", mvpd: "Cablevision" }
    })
  })

  it("say that an integration was removed, and retrieve the list again", async () => {
    const { server, finish, simulator, count } = backend()
    const device = server()("kitchen")
    await finish(device.mvpds())
    simulator.disableIntegration({ mvpd: "Cablevision" })
    expect(await finish(device.createSession({ mvpd: "Cablevision" }))).toMatchObject({
      kind: "integration-removed",
      mvpd: "Cablevision"
    })
    expect((await finish(device.mvpds())).map(({ id }) => id)).not.toContain("Cablevision")
    expect(count("retrieveConfiguration")).toBe(2)
  })

  it("carry an action that this version does not know", async () => {
    const { server, finish, simulator } = backend()
    simulator.faults.next("createAuthenticationSession", { unknownValue: "actionName" })
    expect(await finish(server()("kitchen").createSession())).toMatchObject({
      kind: "unsupported",
      member: "actionName",
      sessionId: expect.any(String)
    })
  })
})
