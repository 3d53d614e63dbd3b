import { describe, expect, it } from "vitest"
import { createPlaygroundHost } from "../src/host/playground-host.ts"
import type { PlaygroundState } from "../src/host/playground-event.ts"
import { durationWords, metersOf } from "../src/page/meters/meters.ts"
import { exchange } from "./support/exchange.ts"

const stateOf = (changed: Partial<PlaygroundState> = {}): PlaygroundState => {
  const host = createPlaygroundHost({ publicOrigin: () => "http://127.0.0.1:4020" })
  let state: PlaygroundState | undefined
  host.subscribe((event) => {
    if (event.kind === "state") state = event.state
  })
  if (state === undefined) throw new Error("The host reports its state at once.")
  return { ...state, ...changed }
}

const json = (value: unknown, status = 200) => ({ status, headers: [], body: JSON.stringify(value) })

const wordsOf = (...input: Parameters<typeof metersOf>) =>
  Object.fromEntries(metersOf(...input).map(({ name, words }) => [name, words]))

describe("the meters", () => {
  it("show that nothing is there before the first request", () => {
    expect(wordsOf([], stateOf(), undefined, 0)).toEqual({
      "Burst of the household": "10 of 10, once",
      "Access token": "none",
      Code: "none",
      "Media token": "none",
      Profile: "none"
    })
  })

  it("count the burst by address, and show that of the phone once it has its own", () => {
    const state = stateOf({ phoneNetwork: "mobile" })
    const { household, mobile } = state.addresses
    const exchanges = [household, household, mobile].map((address, id) => exchange({ id, address, paidBy: "burst" }))
    expect(wordsOf(exchanges, state, undefined, 0)).toMatchObject({
      "Burst of the household": "8 of 10, once",
      "Burst of the phone": "9 of 10, once"
    })
  })

  it("show no burst where nothing is throttled", () => {
    expect(wordsOf([], stateOf({ throttle: undefined }), undefined, 0)["Burst of the household"]).toBe("not throttled")
  })

  it("run down with simulated time", () => {
    const exchanges = [
      exchange({ id: 1, operation: "retrieveAccessToken", response: json({ expires_in: 21_600 }, 201), endedAt: 0 }),
      exchange({ id: 2, operation: "createAuthenticationSession", startedAt: 1_000 }),
      exchange({
        id: 3,
        operation: "retrieveAuthorizationDecisions",
        response: json({ decisions: [{ token: { notBefore: 0, notAfter: 420_000 } }] })
      })
    ]
    const viewer = { name: "signing-in", endsAt: 1_801_000 }
    expect(wordsOf(exchanges, stateOf(), viewer, 61_000)).toMatchObject({
      "Access token": "5 h 58 min",
      Code: "29 min",
      "Media token": "5 min 59 s"
    })
    expect(wordsOf(exchanges, stateOf(), viewer, 21_600_000)).toMatchObject({
      "Access token": "ended",
      Code: "ended",
      "Media token": "ended"
    })
  })

  it("ignore an access token that was refused", () => {
    const refused = exchange({ operation: "retrieveAccessToken", response: json({ error: "invalid_client" }, 400) })
    expect(wordsOf([refused], stateOf(), undefined, 0)["Access token"]).toBe("none")
  })

  it("show the profile of a viewer who is signed in", () => {
    const viewer = { name: "signed-in", endsAt: 90_000_000 }
    expect(wordsOf([exchange()], stateOf(), viewer, 3_600_000)["Profile"]).toBe("1 d")
  })
})

describe("a duration", () => {
  it.each([
    [0, "0 s"],
    [999, "1 s"],
    [59_499, "59 s"],
    [60_000, "1 min"],
    [3_661_000, "1 h 1 min"],
    [86_400_000 * 364 + 3_600_000, "364 d 1 h"]
  ])("of %d ms is %s", (milliseconds, words) => {
    expect(durationWords(milliseconds)).toBe(words)
  })
})
