import { describe, expect, it } from "vitest"
import { laneOf } from "../src/page/timeline/lane.ts"
import { marksOf, outcomeOf, summaryOf } from "../src/page/timeline/marks.ts"
import { exchange } from "./support/exchange.ts"

const now = 100_000

describe("a lane", () => {
  it.each([
    ["registerClient", "/o/client/register", "Register, token"],
    ["retrieveProfileForCode", "/api/v2/REF30/profiles/code/ABC", "Profiles"],
    ["createPartnerProfile", "/api/v2/REF30/profiles/sso/Apple", "Profiles"],
    ["performAuthentication", "/api/v2/authenticate/REF30/ABC", "Login page"],
    ["initiateLogout", "/api/v2/REF30/logout/Cablevision", "Logout"]
  ] as const)("of %s is by its operation", (operation, path, lane) => {
    expect(laneOf({ operation, path })).toBe(lane)
  })

  it.each([
    ["/simulated-mvpd/login?code=ABC", "Login page"],
    ["/adobe-services/authenticate/saml?x", "Login page"]
  ])("of %s is that of the login page", (path, lane) => {
    expect(laneOf({ operation: undefined, path })).toBe(lane)
  })
})

describe("an outcome", () => {
  it.each([
    ["limit", {}],
    ["burst", { paidBy: "burst" }],
    ["uncounted", { paidBy: undefined }],
    ["throttled", { paidBy: undefined, response: { status: 429, headers: [], body: "" } }],
    ["error", { response: { status: 503, headers: [], body: "" } }],
    ["error", { broken: true }]
  ] as const)("is %s", (outcome, given) => {
    expect(outcomeOf(exchange(given))).toBe(outcome)
  })

  it("is pending while no response has arrived", () => {
    const { response: _response, endedAt: _endedAt, ...begun } = exchange()
    expect(outcomeOf(begun)).toBe("pending")
  })
})

describe("the marks", () => {
  it("are those of the last minute, from left to right", () => {
    const marks = marksOf(
      [40_000, 40_001, 70_000, 100_000, 100_001].map((startedAt, id) => exchange({ id, startedAt })),
      [],
      now
    )
    expect(marks.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(marks.map(({ position }) => position)).toEqual([expect.closeTo(0, 3), 0.5, 1])
  })

  it("stack where they are close in one lane, and only there", () => {
    const marks = marksOf(
      [
        exchange({ id: 1, startedAt: 90_000 }),
        exchange({ id: 2, startedAt: 90_200 }),
        exchange({ id: 3, startedAt: 90_300, operation: "registerClient" }),
        exchange({ id: 4, startedAt: 90_400 }),
        exchange({ id: 5, startedAt: 95_000 })
      ],
      [],
      now
    )
    expect(marks.map(({ id, level }) => [id, level])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 2],
      [5, 0]
    ])
    expect(marks[3]?.position).toBe(marks[0]?.position)
  })

  it("show the wait on the device before the first request after it, of the same device", () => {
    const marks = marksOf(
      [
        exchange({ id: 1, startedAt: 90_010, sender: "phone" }),
        exchange({ id: 2, startedAt: 90_020 }),
        exchange({ id: 3, startedAt: 90_030 })
      ],
      [{ sender: "television", at: 90_000, milliseconds: 6_000 }],
      now
    )
    expect(marks.map(({ waited }) => waited)).toEqual([0, 0.1, 0])
  })

  it("are summed up in words", () => {
    const marks = marksOf(
      [exchange({ id: 1, startedAt: now }), exchange({ id: 2, startedAt: now, paidBy: "burst" })],
      [],
      now
    )
    expect(summaryOf(marks)).toBe(
      "2 requests in the last minute: 1 paid by the limit, 1 by the burst, 0 throttled, 0 with an error, 0 after a wait on the device."
    )
  })
})
