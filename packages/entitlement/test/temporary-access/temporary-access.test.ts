import { sha256 } from "@tve-pass/client"
import { describe, expect, it } from "vitest"
import { makeTemporaryAccess } from "../../src/temporary-access/temporary-access.ts"
import type { TemporaryAccessOptions } from "../../src/temporary-access/temporary-access-options.ts"
import { viewerMessage } from "../../src/viewer-message/index.ts"
import { deviceIdentifier, viewerUnderTest } from "../support/signed-in-viewer.ts"

const basic: TemporaryAccessOptions = { kind: "basic", mvpd: "TempPass_TEST40" }
const promotional: TemporaryAccessOptions = {
  kind: "promotional",
  mvpd: "flexibleTempPass",
  identity: { key: "email", identifier: " Viewer@Example.com" }
}
const minute = 60_000
const profiles = "retrieveProfileForMvpd"
const decisions = "retrieveAuthorizationDecisions"

const pass = async (
  passes: TemporaryAccessOptions | ReadonlyArray<TemporaryAccessOptions>,
  simulatorOptions: Parameters<typeof viewerUnderTest>[1] = {}
) => {
  const listeners = new Set<() => void>()
  const listen = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const under = await viewerUnderTest({ wake: listen }, simulatorOptions)
  const access = makeTemporaryAccess(under.context, passes)
  const ended: Array<number> = []
  return {
    ...under,
    access,
    wake: () => listeners.forEach((listener) => listener()),
    play: (resource = "REF30") => under.run(access.authorize(resource)),
    /** Waits for the end of the pass; the times at which it came are in `ended`. */
    watch: () => void under.start(access.ended).then(() => ended.push(under.clock.elapsed)),
    ended
  }
}

describe("a basic TempPass", () => {
  it("plays without a sign-in, a session or a profile call, and leaves the viewer signed out", async () => {
    const under = await pass(basic)
    const decision = await under.play()
    expect(decision).toMatchObject({ kind: "permit", playback: { mvpd: "TempPass_TEST40", source: "temppass" } })
    expect(under.simulator.journal.calls().map(({ operation }) => operation)).toEqual([
      "retrieveAccessToken",
      decisions
    ])
    expect(under.context.state.getSnapshot().name).toBe("unknown")
    under.simulator.journal.expectNoViolations()
  })

  it("says what remains, and that it is used up", async () => {
    const under = await pass(basic)
    await under.play()
    await under.clock.advance(minute)
    expect(await under.run(under.access.remaining)).toEqual({
      kind: "available",
      mvpd: "TempPass_TEST40",
      endsAt: under.clock.currentTimeMillisUnsafe() + 2 * minute
    })
    under.simulator.exhaustTemporaryAccess({ mvpd: "TempPass_TEST40", deviceIdentifier })
    expect(await under.run(under.access.remaining)).toMatchObject({ kind: "used-up", limit: "duration" })
    const decision = await under.play()
    expect(decision).toMatchObject({ kind: "pass-used-up", limit: "duration" })
    expect(viewerMessage(decision).kind).toBe("pass-used-up")
  })

  it("is unavailable where the pass is misconfigured", async () => {
    const mvpds = [{ id: "Broken", temporaryAccess: { type: "misconfigured" } }] as const
    const under = await pass({ kind: "basic", mvpd: "Broken" }, { mvpds })
    expect(await under.run(under.access.remaining)).toMatchObject({
      kind: "unavailable",
      failure: { code: "invalid_configuration_temporary_access" }
    })
    expect(await under.play()).toMatchObject({ kind: "sign-in-again" })
  })

  it("fails without a response", async () => {
    const under = await pass(basic)
    under.simulator.faults.next(profiles, { reset: true })
    await expect(under.run(under.access.remaining)).rejects.toMatchObject({ code: "network" })
  })
})

describe("a promotional TempPass", () => {
  it("sends the hash of the viewer's identifier, never the identifier (M-TP-3)", async () => {
    const hash = sha256("viewer@example.com")
    const under = await pass(promotional)
    const sent: Array<string | null> = []
    const { fetch } = under.pass
    const watched = await viewerUnderTest({
      pass: {
        ...under.pass,
        fetch: (input, init) => {
          if (input instanceof Request) sent.push(input.headers.get("AP-TempPass-Identity"))
          return fetch(input, init)
        }
      }
    })
    const access = makeTemporaryAccess(watched.context, promotional)
    await watched.run(access.authorize("REF30"))
    await watched.run(access.remaining)
    expect(sent).toEqual(Array.from({ length: 2 }, () => btoa(JSON.stringify({ email: hash }))))
    under.simulator.journal.expectNoViolations()
  })

  it("takes a hash that the programmer has already", async () => {
    const hash = sha256("viewer@example.com")
    const under = await pass({ kind: "promotional", mvpd: "flexibleTempPass", identity: { key: "email", hash } })
    expect(await under.play()).toMatchObject({ kind: "permit" })
  })

  it("counts resources, and lets the used ones be played again", async () => {
    const under = await pass(promotional)
    for (const resource of ["a", "b", "c", "d"]) await under.play(resource)
    expect(await under.run(under.access.remaining)).toMatchObject({
      kind: "available",
      resources: 1,
      usedResources: ["a", "b", "c", "d"]
    })
    await under.play("e")
    expect(await under.play("f")).toMatchObject({ kind: "pass-used-up", limit: "resources" })
    expect(await under.play("a")).toMatchObject({ kind: "permit" })
    expect(await under.run(under.access.remaining)).toMatchObject({ kind: "used-up", limit: "resources" })
  })

  it.each([
    ["no identity", { kind: "promotional", mvpd: "flexibleTempPass" }],
    ["an empty identifier", { ...promotional, identity: { key: "email", identifier: "" } }],
    ["an empty key", { ...promotional, identity: { key: "", identifier: "a@b.example" } }],
    ["no id", { kind: "basic", mvpd: "" }],
    ["no pass", []]
  ])("is refused with %s before any call", async (_name, options) => {
    const under = await viewerUnderTest()
    const untyped = makeTemporaryAccess as (context: typeof under.context, options: unknown) => unknown
    expect(() => untyped(under.context, options)).toThrow(/option/)
    expect(under.simulator.journal.calls()).toHaveLength(0)
  })
})

describe("the end of a pass (M-TP-1)", () => {
  it("comes when its time is over, with one look at the beginning and one at the end", async () => {
    const under = await pass(basic)
    await under.play()
    under.watch()
    await under.clock.advance(3 * minute - 1)
    expect(under.ended).toEqual([])
    await under.clock.advance(1)
    await under.clock.settle()
    expect(under.ended).toEqual([3 * minute])
    expect(under.count(profiles)).toBe(2)
    expect(under.count(decisions)).toBe(1)
  })

  it("comes at the pass's end although the decision lasts longer", async () => {
    const under = await pass(basic)
    const { clock } = under
    const now = clock.currentTimeMillisUnsafe()
    const decision = {
      resource: "REF30",
      mvpd: "TempPass_TEST40",
      source: "temppass",
      authorized: true,
      notBefore: now,
      notAfter: now + 24 * 60 * minute,
      token: { notBefore: now, notAfter: now + 7 * minute, serializedToken: "token" }
    }
    under.simulator.faults.next(decisions, { status: 200, json: { decisions: [decision] }, processed: true })
    await under.play()
    under.watch()
    await clock.advance(3 * minute)
    await clock.settle()
    expect(under.ended).toEqual([3 * minute])
  })

  it("is looked at when the application comes back", async () => {
    const under = await pass(basic)
    await under.play()
    under.watch()
    await under.clock.advance(minute)
    under.simulator.exhaustTemporaryAccess({ mvpd: "TempPass_TEST40", deviceIdentifier })
    under.wake()
    await under.clock.settle()
    expect(under.ended).toEqual([minute])
    expect(under.count(profiles)).toBe(2)
  })

  it("is looked at every 3 s at most, however often the application says that it comes back", async () => {
    const under = await pass(basic)
    await under.play()
    under.watch()
    await under.clock.settle()
    for (let tick = 0; tick < 60; tick++) {
      under.wake()
      await under.clock.advance(100)
    }
    // At 0, 3 and 6 seconds.
    expect(under.count(profiles)).toBe(3)
  })

  it("stays where it is when the application comes back earlier", async () => {
    const under = await pass(basic)
    await under.play()
    under.watch()
    await under.clock.advance(minute)
    under.wake()
    await under.clock.settle()
    await under.clock.advance(2 * minute)
    await under.clock.settle()
    expect(under.ended).toEqual([3 * minute])
    expect(under.count(profiles)).toBe(3)
  })

  it("comes at its time without a network: the stream stops", async () => {
    const under = await pass(basic)
    await under.play()
    under.simulator.faults.rate(profiles, 1, { reset: true })
    under.watch()
    await under.clock.advance(3 * minute)
    await under.clock.settle()
    expect(under.ended).toEqual([3 * minute])
  })

  it("does not come when a promotional pass runs out of resources", async () => {
    const under = await pass(promotional)
    for (const resource of ["a", "b", "c", "d", "e"]) await under.play(resource)
    under.watch()
    await under.clock.advance(9 * minute)
    expect(under.ended).toEqual([])
    await under.clock.advance(minute)
    await under.clock.settle()
    expect(under.ended).toEqual([10 * minute])
  })

  it("leaves no timer behind when its wait is interrupted", async () => {
    const under = await pass(basic)
    await under.play()
    const controller = new AbortController()
    const waiting = under.start(under.access.ended, controller.signal)
    await under.clock.settle()
    controller.abort()
    await expect(waiting).rejects.toThrow(/interrupted/)
    expect(under.clock.timers).toBe(0)
  })
})

describe("passes that follow each other", () => {
  it("go on with the next when one is used up", async () => {
    const under = await pass([basic, promotional])
    expect(await under.play()).toMatchObject({ kind: "permit", playback: { mvpd: "TempPass_TEST40" } })
    under.simulator.exhaustTemporaryAccess({ mvpd: "TempPass_TEST40", deviceIdentifier })
    expect(await under.play()).toMatchObject({ kind: "permit", playback: { mvpd: "flexibleTempPass" } })
    expect(await under.run(under.access.remaining)).toMatchObject({ kind: "available", mvpd: "flexibleTempPass" })
    expect(under.count(decisions)).toBe(3)
    under.watch()
    await under.clock.advance(10 * minute)
    await under.clock.settle()
    expect(under.ended).toEqual([10 * minute])
  })

  it("say that the last is used up", async () => {
    const under = await pass([basic, promotional])
    for (const mvpd of ["TempPass_TEST40", "flexibleTempPass"]) {
      under.simulator.exhaustTemporaryAccess({ mvpd, deviceIdentifier })
    }
    expect(await under.play()).toMatchObject({ kind: "pass-used-up" })
    expect(await under.run(under.access.remaining)).toMatchObject({ kind: "used-up", mvpd: "flexibleTempPass" })
  })

  it("do not go on after a timeout", async () => {
    const under = await pass([basic, promotional])
    under.simulator.faults.rate(decisions, 1, { enhancedError: "network_connection_timeout" })
    expect(await under.play()).toMatchObject({ kind: "try-later" })
    expect(under.count(decisions)).toBe(3)
  })
})
