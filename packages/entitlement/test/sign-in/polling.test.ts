import type { Fault } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { cablevision, entitlementUnderTest } from "../support/entitlement-under-test.ts"
import { shownBy } from "../support/shown-by.ts"

/** A sign-in that has polled once. */
const pollingUnderTest = async (options: Parameters<typeof entitlementUnderTest>[0] = {}) => {
  const under = entitlementUnderTest(options)
  const signIn = under.entitlement.signInWithCode({ mvpd: cablevision })
  await under.clock.settle()
  return { ...under, signIn }
}

describe("polling goes on", () => {
  it.each<[string, Fault, string | undefined]>([
    ["a connection that breaks", { reset: true }, "network"],
    ["a 503", { status: 503 }, "network"],
    ["an internal error", { enhancedError: "internal_server_error" }, "network"],
    ["a captive portal", { status: 200, html: true }, "network"],
    ["an error that may pass", { enhancedError: "network_connection_timeout" }, undefined]
  ])("after %s", async (_name, fault, pausedBy) => {
    const { simulator, clock, count, signIn, entitlement } = await pollingUnderTest()
    const failed: Array<string> = []
    entitlement.on("poll-failed", ({ code }) => failed.push(code))
    simulator.faults.next("retrieveProfileForCode", fault)
    await clock.advance(5_000)
    expect(shownBy(signIn).pausedBy).toBe(pausedBy)
    expect(failed).toHaveLength(1)
    await clock.advance(5_000)
    expect(shownBy(signIn)).toMatchObject({ polls: 3 })
    expect(shownBy(signIn).pausedBy).toBeUndefined()
    expect(count("retrieveProfileForCode")).toBe(3)
    simulator.mvpd.signIn(shownBy(signIn).code)
    expect(await clock.finish(signIn.result)).toMatchObject({ kind: "signed-in" })
    simulator.journal.expectNoViolations()
  })

  it("through any number of 429s, each of which the auth layer has waited for", async () => {
    const { simulator, clock, signIn } = await pollingUnderTest()
    simulator.faults.next("retrieveProfileForCode", { status: 429 }, { times: 9 })
    await clock.advance(300_000)
    simulator.faults.expectUsed()
    expect(shownBy(signIn).pausedBy).toBeUndefined()
    simulator.mvpd.signIn(shownBy(signIn).code)
    expect(await clock.finish(signIn.result)).toMatchObject({ kind: "signed-in" })
    simulator.journal.expectNoViolations()
  })
})

describe("polling ends", () => {
  it.each(["invalid_authentication_session", "invalid_parameter_code"] as const)("after %s", async (enhancedError) => {
    const { simulator, clock, count, signIn } = await pollingUnderTest()
    simulator.faults.next("retrieveProfileForCode", { enhancedError })
    expect(await clock.finish(signIn.result)).toMatchObject({
      kind: "code-ended",
      why: "refused",
      failure: { code: enhancedError }
    })
    await clock.advance(60_000)
    expect(count("retrieveProfileForCode")).toBe(2)
  })

  it("with an AuthError that cannot heal, and says so", async () => {
    const { simulator, clock, signIn, entitlement } = await pollingUnderTest()
    simulator.faults.next("retrieveProfileForCode", { status: 401 }, { times: 9 })
    await expect(clock.finish(signIn.result)).rejects.toMatchObject({ _tag: "EntitlementError" })
    expect(signIn.getSnapshot().step).toBe("failed")
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "failed", during: "signing-in" })
  })

  it("when the client credentials were replaced: the session belonged to the lost ones", async () => {
    const { simulator, clock, signIn, entitlement } = await pollingUnderTest()
    const [{ clientId } = { clientId: undefined }] = simulator.journal.calls("createAuthenticationSession")
    simulator.revokeClient(clientId ?? "")
    expect(await clock.finish(signIn.result)).toEqual({ kind: "code-ended", why: "refused" })
    expect(entitlement.state.getSnapshot()).toMatchObject({ name: "sign-in-ended" })
  })

  it("at `notAfter` of the server, although the clock of the device is wrong by years", async () => {
    const { clock, signIn, count } = await pollingUnderTest()
    expect(shownBy(signIn).endsAt).toBe(clock.now() + 1_800_000)
    // The viewer sets the clock back: the monotonic clock still ends the code.
    clock.setWallClock(-365 * 86_400_000)
    expect(await clock.finish(signIn.result)).toEqual({ kind: "code-ended", why: "expired" })
    expect(clock.elapsed).toBe(1_800_000)
    expect(count("retrieveProfileForCode")).toBe(360)
  })

  it("when a device slept past `notAfter` and its monotonic clock stood still", async () => {
    const { clock, signIn, count } = await pollingUnderTest()
    clock.setWallClock(3_600_000)
    expect(await clock.finish(signIn.result)).toEqual({ kind: "code-ended", why: "expired" })
    expect(count("retrieveProfileForCode")).toBe(1)
  })
})

/** A sign-in that has polled once, and how the application is woken. */
const woken = async () => {
  const wakes = new Set<() => void>()
  const under = await pollingUnderTest({
    wake: (listener) => {
      wakes.add(listener)
      return () => void wakes.delete(listener)
    }
  })
  const wake = () => {
    for (const listener of wakes) listener()
  }
  return { ...under, wake, wakes }
}

describe("waking up", () => {
  it("polls at once", async () => {
    const { clock, count, wake } = await woken()
    await clock.advance(4_000)
    wake()
    await clock.settle()
    expect(count("retrieveProfileForCode")).toBe(2)
  })

  it("never polls within 3 s of the last poll", async () => {
    const { clock, count, wake } = await woken()
    await clock.advance(1_000)
    for (let times = 0; times < 10; times++) wake()
    await clock.advance(1_999)
    expect(count("retrieveProfileForCode")).toBe(1)
    await clock.advance(1)
    expect(count("retrieveProfileForCode")).toBe(2)
  })

  it("stops listening once the entitlement is disposed of", async () => {
    const { entitlement, wakes } = await woken()
    expect(wakes.size).toBe(1)
    await entitlement.dispose()
    expect(wakes.size).toBe(0)
  })
})

it("counts the interval from the start of a poll, not from its end", async () => {
  const { simulator, clock, count } = await pollingUnderTest()
  simulator.faults.next("retrieveProfileForCode", { delay: 4_000 })
  await clock.advance(5_000)
  expect(count("retrieveProfileForCode")).toBe(2)
  await clock.advance(5_000)
  expect(count("retrieveProfileForCode")).toBe(3)
})
