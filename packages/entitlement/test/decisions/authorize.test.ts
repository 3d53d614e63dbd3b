import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { makeAuthorize } from "../../src/decisions/authorize.ts"
import { backend, playbackOf, player } from "../support/player.ts"
import { viewerUnderTest } from "../support/signed-in-viewer.ts"

const operation = "retrieveAuthorizationDecisions"
const cablevision = { id: "Cablevision", displayName: "Optimum", logoUrl: "https://example.com/logo.png" }

describe("a playback decision", () => {
  it("permits with a playback whose token can be redeemed once", async () => {
    const under = await player()
    const playback = playbackOf(await under.ask())
    expect(playback).toMatchObject({ resource: "REF30", mvpd: "Cablevision", source: "mvpd" })
    expect(await playback.redeem(backend)).toBe("REF30 <signatureInfo>")
    await expect(playback.redeem(backend)).rejects.toMatchObject({ _tag: "PlaybackSpent", why: "redeemed" })
    under.simulator.journal.expectNoViolations()
  })

  it("is asked for before every playback, however often (M-AUTHZ-1)", async () => {
    const under = await player()
    const [first, second] = await under.run(Effect.all([under.authorize("REF30"), under.authorize("REF30")]))
    expect(playbackOf(first)).not.toBe(playbackOf(second))
    await under.ask()
    expect(under.count(operation)).toBe(3)
  })

  it("does nothing when the media token expires during playback (M-AUTHZ-2)", async () => {
    const under = await player()
    const playback = playbackOf(await under.ask())
    await playback.redeem(async () => undefined)
    const calls = under.simulator.journal.calls().length
    await under.clock.advance(24 * 60 * 60 * 1_000)
    expect(under.clock.timers).toBe(0)
    expect(under.simulator.journal.calls()).toHaveLength(calls)
  })

  it("brings a token that cannot be redeemed after its end", async () => {
    const under = await player()
    const playback = playbackOf(await under.ask())
    await under.clock.advance(7 * 60 * 1_000)
    await expect(playback.redeem(async () => undefined)).rejects.toMatchObject({ why: "expired" })
  })

  it("counts the end of the token from its receipt, so that a wrong clock does no harm", async () => {
    const under = await player()
    const playback = playbackOf(await under.ask())
    under.clock.setWallClock(365 * 24 * 60 * 60 * 1_000)
    expect(await playback.redeem(async () => "redeemed")).toBe("redeemed")
  })

  it.each([
    ["authorization_denied_by_mvpd", "mvpd"],
    ["authorization_denied_by_parental_controls", "parental-controls"]
  ] as const)("denies with the words of the MVPD (%s), and signs no viewer out (R-LOG-1)", async (code, why) => {
    const under = await player()
    under.simulator.mvpd.rule("Cablevision", { resource: "premium", decision: code, details: "Call us to upgrade." })
    expect(await under.ask("premium")).toMatchObject({
      kind: "deny",
      resource: "premium",
      why,
      text: "Call us to upgrade.",
      failure: { code }
    })
    expect(under.count(operation)).toBe(1)
    expect(under.count("initiateLogout")).toBe(0)
    expect(under.context.state.getSnapshot().name).toBe("signed-in")
  })

  it("denies with the message of Adobe where the MVPD sent no words", async () => {
    const under = await player()
    under.simulator.mvpd.rule("Cablevision", { resource: "premium", decision: "deny" })
    const decision = await under.ask("premium")
    expect(decision).toMatchObject({ kind: "deny", text: expect.stringContaining("Deny") })
  })

  it("denies with the programmer's message during a degradation", async () => {
    const under = await player()
    under.simulator.degrade({ mvpd: "Cablevision", rule: "AuthZNone", message: "Back at eight." })
    expect(await under.ask()).toMatchObject({ kind: "deny", why: "degradation", text: "Back at eight." })
  })

  it("denies for a code that this version does not know", async () => {
    const under = await player()
    under.simulator.faults.next(operation, {
      status: 200,
      json: denied({ code: "authorization_declined_by_moon", action: "none", status: 403, message: "Full moon." })
    })
    expect(await under.ask()).toMatchObject({ kind: "deny", why: "other", text: "Full moon." })
  })

  it("denies without a reason", async () => {
    const under = await player()
    under.simulator.faults.next(operation, { status: 200, json: denied(undefined) })
    const decision = await under.ask()
    expect(decision).toEqual({ kind: "deny", resource: "REF30", source: "mvpd", why: "other" })
  })

  it("is repeated at most twice while it says `retry`, after 1 and 2 seconds", async () => {
    const under = await player()
    under.simulator.mvpd.rule("Cablevision", { resource: "slow", decision: "network_connection_timeout" })
    const before = under.clock.elapsed
    expect(await under.ask("slow")).toMatchObject({
      kind: "try-later",
      failure: { code: "network_connection_timeout" }
    })
    expect(under.count(operation)).toBe(3)
    expect(under.clock.elapsed - before).toBe(3_000)
    under.simulator.journal.expectNoViolations()
  })

  it("permits after two repetitions", async () => {
    const under = await player()
    under.simulator.faults.next(operation, { enhancedError: "network_connection_timeout" }, { times: 2 })
    expect(await under.ask()).toMatchObject({ kind: "permit" })
    expect(under.count(operation)).toBe(3)
  })

  it.each([
    ["expireProfiles", "expired"],
    ["invalidateProfiles", "invalidated"]
  ] as const)("asks for a new sign-in when the profile is gone (%s)", async (verb, why) => {
    const under = await player()
    await under.run(under.context.records.selection.write(cablevision))
    under.simulator[verb]()
    expect(await under.ask()).toMatchObject({ kind: "sign-in-again", remembered: cablevision })
    expect(under.context.state.getSnapshot()).toMatchObject({ name: "signed-out", why, remembered: cablevision })
    expect(under.count("initiateLogout")).toBe(0)
  })

  it.each(["invalid_header_pfs_permission_access_not_present", "invalid_configuration_temporary_access"] as const)(
    "keeps the access of a viewer whose profile %s says nothing about",
    async (enhancedError) => {
      const under = await player()
      under.simulator.faults.next(operation, { enhancedError })
      expect(await under.ask()).toMatchObject({ kind: "sign-in-again", failure: { code: enhancedError } })
      expect(under.context.state.getSnapshot().name).toBe("signed-in")
      expect(await under.run(under.context.records.profile.read)).toBeDefined()
    }
  )

  it("does not offer an MVPD that is gone", async () => {
    const under = await player()
    let isListStale = false
    under.context.onStaleMvpds(() => (isListStale = true))
    await under.run(under.context.records.selection.write(cablevision))
    under.simulator.disableIntegration({ mvpd: "Cablevision" })
    const decision = await under.ask()
    expect(decision).toMatchObject({ kind: "sign-in-again" })
    expect(decision).not.toHaveProperty("remembered")
    expect(isListStale).toBe(true)
  })

  it("ignores a lost profile that was replaced meanwhile", async () => {
    const under = await player()
    under.simulator.faults.next(operation, { enhancedError: "authenticated_profile_expired", delay: 1_000 })
    const asked = under.start(under.authorize("REF30"))
    await under.clock.settle()
    under.context.send({ type: "access-found", access: { ...under.access } })
    expect(await under.clock.finish(asked)).toMatchObject({ kind: "sign-in-again" })
    expect(under.context.state.getSnapshot().name).toBe("signed-in")
  })

  it("asks for a sign-in without a call if no viewer is signed in", async () => {
    const under = await viewerUnderTest()
    const authorize = makeAuthorize(under.context, { refreshProfile: Effect.void })
    expect(await under.run(authorize("REF30"))).toEqual({ kind: "sign-in-again", resource: "REF30" })
    expect(under.count(operation)).toBe(0)
  })

  it("uses the MVPD of the last visit until the start has found out", async () => {
    const under = await viewerUnderTest()
    await under.run(under.context.records.selection.write(cablevision))
    under.simulator.grantProfile({
      clientId: "kept-client",
      deviceIdentifier: "living-room-television",
      mvpd: "Cablevision"
    })
    const authorize = makeAuthorize(under.context, { refreshProfile: Effect.void })
    expect(await under.run(authorize("REF30"))).toMatchObject({ kind: "permit" })
  })

  it.each([
    ["an empty body", { status: 200 }],
    ["an empty list", { status: 200, json: { decisions: [] } }],
    ["another resource", { status: 200, json: { decisions: [{ resource: "other", authorized: true }] } }],
    ["a permit without a token", { status: 200, json: { decisions: [{ resource: "REF30", authorized: true }] } }]
  ])("is undecided after %s, never a permit (C-CH-1)", async (_name, fault) => {
    const under = await player()
    under.simulator.faults.next(operation, fault)
    expect(await under.ask()).toMatchObject({ kind: "undecided", resource: "REF30" })
    expect(under.count(operation)).toBe(1)
  })

  it.each([
    ["invalid_configuration_platform", "undecided"],
    ["too_many_resources", "undecided"],
    ["internal_server_error", "try-later"]
  ] as const)("is not repeated for %s", async (enhancedError, kind) => {
    const under = await player()
    under.simulator.faults.next(operation, { enhancedError })
    expect(await under.ask()).toMatchObject({ kind, failure: { code: enhancedError } })
    expect(under.count(operation)).toBe(1)
  })

  it("suggests to try later after a status without a reason", async () => {
    const under = await player()
    under.simulator.faults.next(operation, { status: 502 })
    expect(await under.ask()).toMatchObject({ kind: "try-later", failure: { httpStatus: 502 } })
  })

  it("fails without a response", async () => {
    const under = await player()
    under.simulator.faults.next(operation, { reset: true })
    await expect(under.ask()).rejects.toMatchObject({ code: "network" })
    expect(under.count(operation)).toBe(1)
  })

  it("reads the profile again after a permit of an MVPD that changes it (M-AUTHN-8)", async () => {
    const under = await player({ refreshAfterAuthorize: ["Cablevision"] })
    under.simulator.mvpd.rule("Cablevision", { resource: "premium", decision: "deny" })
    await under.ask("premium")
    expect(under.refreshes()).toBe(0)
    await under.ask()
    await under.clock.settle()
    expect(under.refreshes()).toBe(1)
    const other = await player({ refreshAfterAuthorize: ["Spectrum"] })
    await other.ask()
    await other.clock.settle()
    expect(other.refreshes()).toBe(0)
  })
})

function denied(error: object | undefined) {
  return {
    decisions: [
      { resource: "REF30", serviceProvider: "REF30", mvpd: "Cablevision", source: "mvpd", authorized: false, error }
    ]
  }
}
