import { describe, expect, it } from "vitest"
import type { Access } from "../../src/access/access.ts"
import { hiddenProfile } from "../../src/access/access-of.ts"
import { EntitlementError } from "../../src/errors/entitlement-error.ts"
import type { EntitlementState } from "../../src/machine/entitlement-state.ts"
import type { MachineEvent } from "../../src/machine/machine-event.ts"
import { nextState } from "../../src/machine/next-state.ts"

const remembered = { id: "Cablevision", displayName: "Optimum", logoUrl: "https://example.com/logo.png" }
const access: Access = {
  kind: "regular",
  profileType: "regular",
  mvpd: remembered,
  profile: hiddenProfile({
    mvpd: "Cablevision",
    issuer: "Cablevision",
    type: "regular",
    attributes: { userID: { encrypted: false, value: "user" } }
  }),
  endsAt: undefined
}
const error = new EntitlementError({ _tag: "InvalidConfiguration", option: "x", problem: "y" })

/** One event of each shape; a new type of event does not compile until it is listed. */
const eventsByType: { readonly [Type in MachineEvent["type"]]: ReadonlyArray<Extract<MachineEvent, { type: Type }>> } =
  {
    start: [{ type: "start" }],
    "access-found": [{ type: "access-found", access }],
    "several-profiles": [{ type: "several-profiles", choices: [access] }],
    "no-profile": [
      { type: "no-profile", why: "first-visit" },
      { type: "no-profile", why: "expired", remembered }
    ],
    "sign-in": (["here", "redirect", "code", "partner"] as const).flatMap((how) => [
      { type: "sign-in" as const, how },
      { type: "sign-in" as const, how, mvpd: remembered }
    ]),
    session: ["authenticate", "resume", "retry", "authorize", "partner_profile", "dance", ""].map((actionName) => ({
      type: "session" as const,
      actionName,
      code: "8ER640M",
      endsAt: 9
    })),
    "user-agent-left": [{ type: "user-agent-left" }],
    polled: [{ type: "polled" }, { type: "polled", pausedBy: "network" }, { type: "polled", pausedBy: "throttle" }],
    "signed-in": [{ type: "signed-in", access }],
    "sign-in-ended": [
      { type: "sign-in-ended", result: { kind: "cancelled" } },
      { type: "sign-in-ended", result: { kind: "code-ended", why: "expired" } }
    ],
    "partner-unavailable": [{ type: "partner-unavailable" }, { type: "partner-unavailable", remembered }],
    "sign-out": [{ type: "sign-out" }],
    "signed-out": [{ type: "signed-out" }],
    "access-lost": (["expired", "invalidated", "credentials-replaced", "elsewhere"] as const).map((why) => ({
      type: "access-lost" as const,
      why,
      remembered
    })),
    failed: [{ type: "failed", error }]
  }
const events = Object.values<ReadonlyArray<MachineEvent>>(eventsByType).flat()

// The number of polls is the one member without an end.
const keyOf = (state: EntitlementState) => JSON.stringify({ ...state, polls: undefined })

const explore = (): ReadonlyMap<string, EntitlementState> => {
  const seen = new Map<string, EntitlementState>()
  const open: Array<EntitlementState> = [{ name: "unknown" }]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen.has(keyOf(state))) continue
    seen.set(keyOf(state), state)
    for (const event of events) open.push(nextState(state, event))
  }
  return seen
}

const canSignIn = (from: EntitlementState): boolean => {
  const begun = nextState(from, { type: "sign-in", how: "code" })
  return nextState(begun, { type: "signed-in", access }).name === "signed-in"
}

describe("the machine", () => {
  const reachable = [...explore().values()]

  it("has a state for every event in every reachable state", () => {
    expect(new Set(reachable.map(({ name }) => name))).toEqual(
      new Set([
        "unknown",
        "starting",
        "choosing-profile",
        "signed-out",
        "signing-in",
        "sign-in-ended",
        "signed-in",
        "signing-out",
        "failed"
      ])
    )
    for (const state of reachable) {
      for (const event of events) expect(nextState(state, event)).toHaveProperty("name")
    }
  })

  it("has no dead end: signed-in can be reached from every state", () => {
    expect(reachable.filter((state) => !canSignIn(state))).toEqual([])
  })

  it("returns the same object for an event that the state does not expect", () => {
    const late: MachineEvent = { type: "polled" }
    for (const state of reachable.filter(({ name }) => name !== "signing-in")) {
      expect(nextState(state, late)).toBe(state)
    }
  })

  it("signs out only after the viewer asked, or after the access was lost", () => {
    const causes = new Set<string>()
    for (const state of reachable) {
      if (state.name !== "signed-in" && state.name !== "signing-out") continue
      for (const event of events) {
        if (nextState(state, event).name === "signed-out") causes.add(event.type)
      }
    }
    expect(causes).toEqual(new Set(["signed-out", "access-lost", "no-profile"]))
  })

  it("does not hide what is known behind `starting`", () => {
    const signedIn: EntitlementState = { name: "signed-in", access }
    expect(nextState(signedIn, { type: "start" })).toBe(signedIn)
  })
})
