import { describe, expect, it, vi } from "vitest"
import { enhancedErrors } from "../generated/rest-v2/enhanced-errors.ts"
import { readDecisions, readItemFailure } from "./read-decisions.ts"
import type { Schemas } from "./schemas.ts"

type Decision = Schemas["AuthorizationDecision"]
type Decisions = Schemas["AuthorizationDecisions"]

const permit: Decision = {
  resource: "REF30",
  serviceProvider: "REF30",
  mvpd: "Cablevision",
  source: "mvpd",
  authorized: true
}
const token = { notBefore: 1697094207324, notAfter: 1697094802367, serializedToken: "PHNpZ25hdHVyZUluZm8" }
const error = {
  action: "none",
  status: 403,
  code: "authorization_denied_by_mvpd",
  message: "denied",
  details: "Not in your package"
} as const
const deny: Decision = { ...permit, authorized: false, error }

describe("readDecisions", () => {
  it("permits with the token and the validity of the decision", () => {
    const decision = { ...permit, token, notBefore: 1697094207324, notAfter: 1697098802367 }
    const { authorized: _, ...others } = decision
    expect(readDecisions({ decisions: [decision] }, ["REF30"])).toEqual([{ kind: "permit", ...others }])
  })

  it("denies with the failure that a whole body would give, though the status is 200", () => {
    expect(readDecisions({ decisions: [deny] }, ["REF30"])).toEqual([
      {
        kind: "deny",
        resource: "REF30",
        serviceProvider: "REF30",
        mvpd: "Cablevision",
        source: "mvpd",
        failure: {
          _tag: "EnhancedError",
          httpStatus: 200,
          ...error,
          reaction: enhancedErrors.authorization_denied_by_mvpd.reaction
        }
      }
    ])
  })

  it("decides in the order of the request, not of the response", () => {
    const decisions = [
      { ...deny, resource: "b" },
      { ...permit, resource: "a" }
    ]
    expect(readDecisions({ decisions }, ["a", "b"]).map(({ kind, resource }) => [resource, kind])).toEqual([
      ["a", "permit"],
      ["b", "deny"]
    ])
  })

  it("matches a resource that is echoed with blanks, but prefers the exact one", () => {
    const decisions = [
      { ...deny, resource: "a " },
      { ...permit, resource: "a" },
      { ...permit, resource: " b" }
    ]
    expect(readDecisions({ decisions }, ["a", "b"]).map(({ kind }) => kind)).toEqual(["permit", "permit"])
  })

  it("takes the first of several decisions about a resource", () => {
    const decisions = [deny, permit, { ...deny, resource: "a " }, { ...permit, resource: " a" }]
    expect(readDecisions({ decisions }, ["REF30", "a"]).map(({ kind }) => kind)).toEqual(["deny", "deny"])
  })

  it("compares each of 1,000 resources once", () => {
    const resources = Array.from({ length: 1_000 }, (_, index) => `resource-${index}`)
    const decisions = resources.map((resource) => ({ ...permit, resource: `${resource} ` }))
    const trim = vi.spyOn(String.prototype, "trim")
    try {
      expect(readDecisions({ decisions }, resources).every(({ kind }) => kind === "permit")).toBe(true)
      expect(trim).toHaveBeenCalledTimes(2_000)
    } finally {
      trim.mockRestore()
    }
  })

  it.each([
    ["an empty list", { decisions: [] }],
    ["other resources", { decisions: [{ ...permit, resource: "other" }] }],
    ["no list", {} as Schemas["AuthorizationDecisions"]]
  ])("decides nothing for %s", (_name, response) => {
    expect(readDecisions(response, ["REF30"])).toEqual([{ kind: "undecided", resource: "REF30" }])
  })

  it.each([
    [true, "permit"],
    ["true", "permit"],
    [false, "deny"],
    ["false", "deny"],
    [undefined, "deny"],
    [null, "deny"],
    [1, "deny"]
  ])("reads authorized %j as %s", (authorized, kind) => {
    // What a server may send against the spec.
    const decision = { ...permit, authorized } as unknown as Decision
    expect(readDecisions({ decisions: [decision] }, ["REF30"])[0]?.kind).toBe(kind)
  })

  it("reads the timestamps of a decision and of its token as milliseconds, numbers or strings (C-V2-3)", () => {
    const text = { notBefore: "1697094207324", notAfter: "1697094802367", issuedAt: "1697094207000" }
    const decision = { ...permit, notAfter: "1697098802367", token: { ...token, ...text } }
    // What a server may send against the spec.
    expect(readDecisions({ decisions: [decision] } as unknown as Decisions, ["REF30"])).toMatchObject([
      { notAfter: 1697098802367, token: { ...token, issuedAt: 1697094207000 } }
    ])
  })

  it("treats null as absent", () => {
    const decisions = [
      null,
      { ...permit, mvpd: null, error: null, notAfter: null, token: { ...token, issuedAt: null } }
    ]
    // What a server may send against the spec.
    expect(readDecisions({ decisions } as unknown as Decisions, ["REF30"])).toStrictEqual([
      { kind: "permit", resource: "REF30", serviceProvider: "REF30", source: "mvpd", token }
    ])
    expect(readDecisions({ decisions: null } as unknown as Decisions, ["REF30"])).toStrictEqual([
      { kind: "undecided", resource: "REF30" }
    ])
  })

  it.each([
    ["an object", { status: 403, message: "0033: not in your package" }],
    ["a string", "0033: not in your package"],
    ["an object with details", { message: "denied", details: "0033: not in your package" }]
  ])("keeps the text for the viewer of an error without a code that is %s", (_name, withoutCode) => {
    // What a server may send against the spec.
    const response = { decisions: [{ ...deny, error: withoutCode }] } as unknown as Decisions
    expect(readDecisions(response, ["REF30"])).toMatchObject([{ kind: "deny", message: "0033: not in your package" }])
  })

  it("keeps members that are not documented apart from those that are (C-CH-2)", () => {
    const other = { userMetadata: { packageType: { value: "gold", state: "plain" } }, kind: "permit" }
    const decisions = [{ ...deny, ...other }]
    expect(readDecisions({ decisions }, ["REF30"])).toMatchObject([{ kind: "deny", other }])
    expect(readDecisions({ decisions: [permit] }, ["REF30"])[0]).not.toHaveProperty("other")
  })

  it.each([undefined, null, "", "text", 5, [], [permit], { decisions: permit }, { decisions: ["x", 5, [permit]] }])(
    "is undecided about every resource of the body %j (C-CH-1)",
    (body) => {
      // What a server may send against the spec.
      expect(readDecisions(body as unknown as Decisions, ["a", "b"])).toEqual([
        { kind: "undecided", resource: "a" },
        { kind: "undecided", resource: "b" }
      ])
    }
  )

  it("finds no decision without the name of its resource", () => {
    // What a server may send against the spec.
    const response = { decisions: [{ authorized: true }, { resource: 5, authorized: true }] } as unknown as Decisions
    expect(readDecisions(response, ["REF30", " "]).map(({ kind }) => kind)).toEqual(["undecided", "undecided"])
  })

  it("carries unknown sources and codes", () => {
    const unknown = { ...deny, source: "oracle", error: { ...error, code: "stars_not_aligned" } }
    expect(readDecisions({ decisions: [unknown] }, ["REF30"])).toMatchObject([
      { kind: "deny", source: "oracle", failure: { code: "stars_not_aligned", action: "none" } }
    ])
  })
})

describe("readItemFailure", () => {
  it("decides the action by the code and keeps the status of the error (C-V2-12, C-V2-17)", () => {
    const outdated = { code: "temporary_access_duration_limit_exceeded", status: 410, action: "none" }
    expect(readItemFailure({ error: outdated })).toMatchObject({
      httpStatus: 200,
      status: 410,
      action: "authentication"
    })
  })

  it.each([{}, { error: null }, { error: "denied" }, { error: {} }])("finds none in %j", (item) => {
    expect(readItemFailure(item)).toBeUndefined()
  })
})
