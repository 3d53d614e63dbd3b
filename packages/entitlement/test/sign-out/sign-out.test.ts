import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { makePreauthorize } from "../../src/decisions/preauthorize.ts"
import { invalid } from "../../src/options/resolve-options.ts"
import { makeSignOut } from "../../src/sign-out/sign-out.ts"
import type { ViewerRequest } from "../../src/sign-out/sign-out-step.ts"
import { signedInViewer, viewerUnderTest } from "../support/signed-in-viewer.ts"

const asked: ViewerRequest = { because: "the viewer asked" }

const signedOut = async (json: object) => {
  const under = await signedInViewer()
  under.simulator.faults.next("initiateLogout", { status: 200, json })
  return { under, steps: await under.run(makeSignOut(under.context)(asked)) }
}

describe("a sign-out", () => {
  it("returns the address to open, forgets the profile and keeps the MVPD", async () => {
    const under = await signedInViewer()
    const selection = { id: "Cablevision", displayName: "Optimum", logoUrl: "" }
    await under.run(under.context.records.selection.write(selection))
    const states: Array<string> = []
    under.context.state.subscribe(() => states.push(under.context.state.getSnapshot().name))

    const steps = await under.run(makeSignOut(under.context)(asked))
    expect(steps).toEqual([
      { kind: "open", mvpd: "Cablevision", address: { href: expect.stringMatching(/^https:\/\/.*redirect_url=/) } }
    ])
    expect(states).toEqual(["signing-out", "signed-out"])
    expect(under.context.state.getSnapshot()).toMatchObject({ why: "viewer" })
    expect(await under.run(under.context.records.profile.read)).toBeUndefined()
    expect(await under.run(under.context.remembered)).toEqual(selection)
    expect(under.count("initiateLogout")).toBe(1)
    under.simulator.journal.expectNoViolations()
  })

  it("forgets the permits of the catalogue", async () => {
    const under = await signedInViewer()
    const preauthorize = makePreauthorize(under.context)
    await under.run(preauthorize(["news"]))
    await under.run(makeSignOut(under.context)(asked))
    under.context.send({ type: "access-found", access: under.access })
    await under.run(preauthorize(["news"]))
    expect(under.count("retrievePreauthorizationDecisions")).toBe(2)
  })

  it("has nothing left to do at an MVPD without a logout endpoint", async () => {
    const under = await signedInViewer({}, {}, "Dish")
    expect(await under.run(makeSignOut(under.context)(asked))).toEqual([
      { kind: "nothing", mvpd: "Dish", because: "complete" }
    ])
  })

  it("points to the system settings for a partner's profile", async () => {
    const { steps } = await signedOut({
      logouts: { Cablevision: { actionName: "partner_logout", actionType: "partner_interactive", mvpd: "Cablevision" } }
    })
    expect(steps).toMatchObject([{ kind: "system-settings", paths: { tvOS: "Settings > Accounts > TV Provider" } }])
  })

  it("has a step for each entry, and says so for one that it does not know", async () => {
    const { steps } = await signedOut({
      logouts: {
        Cablevision: { actionName: "teleport", actionType: "none", mvpd: "Cablevision" },
        Dish: { actionName: "invalid", actionType: "none", mvpd: "Dish" }
      }
    })
    expect(steps).toEqual([
      { kind: "unsupported", mvpd: "Cablevision", member: "actionName", value: "teleport" },
      { kind: "nothing", mvpd: "Dish", because: "no-profile" }
    ])
  })

  it("forgets nothing after a refusal that says nothing about the profile", async () => {
    const under = await signedInViewer()
    under.simulator.faults.next("initiateLogout", { enhancedError: "invalid_header_pfs_provider_info_expired" })
    await expect(under.run(makeSignOut(under.context)(asked))).rejects.toMatchObject({
      code: "invalid_header_pfs_provider_info_expired"
    })
    expect(await under.run(under.context.records.profile.read)).toBeDefined()
  })

  it("publishes an unknown value", async () => {
    const under = await signedInViewer()
    const events: Array<unknown> = []
    under.context.events.subscribe((event) => events.push(event))
    under.simulator.faults.next("initiateLogout", { unknownValue: "actionName" })
    await under.run(makeSignOut(under.context)(asked))
    expect(events).toMatchObject([{ type: "unknown-value", operation: "initiateLogout", member: "actionName" }])
  })

  it("leaves the viewer signed in when the server is not reached, and works the next time (rule 29)", async () => {
    const under = await signedInViewer()
    const signOut = makeSignOut(under.context)
    under.simulator.faults.next("initiateLogout", { reset: true })
    await expect(under.run(signOut(asked))).rejects.toMatchObject({ code: "network" })
    expect(under.context.state.getSnapshot()).toStrictEqual({ name: "signed-in", access: under.access })
    expect(under.context.currentAccess()).toBe(under.access)
    expect(await under.run(makePreauthorize(under.context)(["news"]))).toMatchObject([{ kind: "permit" }])
    expect(await under.run(under.context.records.profile.read)).toMatchObject({ mvpd: "Cablevision" })
    // A profile that the server found belongs to no selection of this application.
    await under.run(under.context.records.selection.remove)
    expect(await under.run(signOut(asked))).toMatchObject([{ kind: "open", mvpd: "Cablevision" }])
  })

  it("that fails leaves no access of credentials that were replaced meanwhile", async () => {
    const under = await signedInViewer()
    const { context } = under
    const signOut = makeSignOut({
      ...context,
      call: () =>
        Effect.andThen(context.loseAccess("credentials-replaced"), Effect.fail(invalid("test", "unreachable")))
    })
    await expect(under.run(signOut(asked))).rejects.toMatchObject({ code: "invalid-configuration" })
    expect(context.state.getSnapshot()).toMatchObject({ name: "failed", during: "signing-out" })
    expect(context.currentAccess()).toBeUndefined()
  })

  it("is complete if the server has no profile any more", async () => {
    const under = await signedInViewer()
    under.simulator.faults.next("initiateLogout", { enhancedError: "authenticated_profile_missing" })
    expect(await under.run(makeSignOut(under.context)(asked))).toEqual([
      { kind: "nothing", mvpd: "Cablevision", because: "no-profile" }
    ])
    expect(under.context.state.getSnapshot().name).toBe("signed-out")
  })

  it("is one call for two presses of the button", async () => {
    const under = await signedInViewer()
    const signOut = makeSignOut(under.context)
    const both = [under.start(signOut(asked)), under.start(signOut(asked))]
    expect(await under.clock.finish(Promise.all(both))).toHaveLength(2)
    expect(under.count("initiateLogout")).toBe(1)
  })

  it("ends even if its caller goes away", async () => {
    const under = await signedInViewer()
    const controller = new AbortController()
    const signingOut = under.start(makeSignOut(under.context)(asked), controller.signal)
    await Promise.resolve()
    controller.abort()
    await expect(signingOut).rejects.toThrow(/interrupted/)
    await under.clock.drain()
    expect(under.context.state.getSnapshot().name).toBe("signed-out")
  })

  it("needs the viewer: without the words nothing is sent (R-LOG-1)", async () => {
    const under = await signedInViewer()
    const untyped = makeSignOut(under.context) as (request: unknown) => ReturnType<ReturnType<typeof makeSignOut>>
    for (const request of [undefined, {}, { because: "an error" }]) {
      await expect(under.run(untyped(request))).rejects.toMatchObject({ code: "invalid-configuration" })
    }
    expect(under.count("initiateLogout")).toBe(0)
    expect(under.context.state.getSnapshot().name).toBe("signed-in")
  })

  it("has no steps if no viewer was ever signed in", async () => {
    const under = await viewerUnderTest()
    expect(await under.run(makeSignOut(under.context)(asked))).toEqual([])
    expect(under.count("initiateLogout")).toBe(0)
    expect(under.context.state.getSnapshot()).toMatchObject({ name: "signed-out", why: "viewer" })
  })
})
