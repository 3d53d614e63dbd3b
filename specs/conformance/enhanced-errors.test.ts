import { describe, expect, inject, it } from "vitest"
import { protocolPage, table } from "./protocol-page.ts"
import { examplesOf, operationsOf, schemaOf } from "./specification.ts"

const restV2 = inject("restV2")
const errors = protocolPage("errors")
const catalogue = table(errors.section("3. REST API V2 catalogue"), "code").map(([code = "", action, status]) => ({
  code,
  action,
  status: Number(status)
}))

interface EnhancedError {
  readonly action: string
  readonly status: number
  readonly code: string
}

/** Top-level errors by operation, with the status of the response and the name of the example. */
const topLevel = operationsOf(restV2).flatMap(({ operationId, responses }) =>
  Object.keys(responses)
    .filter((status) => ["400", "401", "403", "500"].includes(status) && operationId !== "performAuthentication")
    .flatMap((status) =>
      Object.entries(examplesOf(restV2, operationId, status)).map(([name, value]) => ({
        operationId,
        status,
        name,
        error: value as EnhancedError
      }))
    )
)

describe("the catalogue of enhanced errors", () => {
  const specified = schemaOf(restV2, "EnhancedErrorCode")["x-enhanced-errors"] ?? {}

  it("has the 47 codes of the page, with their actions and statuses", () => {
    expect(catalogue).toHaveLength(47)
    expect(Object.entries(specified).map(([code, { action, status }]) => ({ code, action, status }))).toEqual(catalogue)
    expect(schemaOf(restV2, "EnhancedErrorCode").enum).toEqual(catalogue.map(({ code }) => code))
  })

  it("is shown whole: each code is the example of an operation, with its action and status", () => {
    const shown = new Map(topLevel.map(({ name, error }) => [name, error]))
    const wrong = catalogue.filter(({ code, action, status }) => {
      const error = shown.get(code)
      return error?.code !== code || error.action !== action || error.status !== status
    })
    expect(wrong).toEqual([])
  })

  it("is what every top-level example comes from, with the status of its response", () => {
    const strangers = topLevel.filter(
      ({ name, error, status }) => name !== "wrapped" && (error.code !== name || String(error.status) !== status)
    )
    expect(strangers).toEqual([])
  })
})

describe("the codes that the API pages name for an operation", () => {
  const temporaryAccess = catalogue
    .map(({ code }) => code)
    .filter((code) => code.startsWith("temporary_access_") || code.endsWith("_temporary_access"))
  const partner = catalogue.map(({ code }) => code).filter((code) => code.startsWith("invalid_header_pfs_"))
  const session = ["invalid_authentication_session", "invalid_parameter_code"]
  const profile = ["authenticated_profile_missing", "authenticated_profile_expired", "network_received_error"]
  const expected: Readonly<Record<string, ReadonlyArray<string>>> = {
    resumeAuthenticationSession: session,
    retrieveAuthenticationSession: session,
    retrieveProfileForCode: [...session, ...temporaryAccess],
    retrieveProfileForMvpd: temporaryAccess,
    retrieveAuthorizationDecisions: [...profile, "authorization_denied_by_mvpd"],
    retrievePreauthorizationDecisions: [...profile, "preauthorization_denied_by_mvpd", "too_many_resources"],
    createPartnerProfile: [...partner, "invalid_parameter_saml_response"]
  }

  it("are four for temporary access and six for the partner framework", () => {
    expect(temporaryAccess).toHaveLength(4)
    expect(partner).toHaveLength(6)
  })

  it.each(Object.entries(expected))("%s shows them", (operationId, codes) => {
    const shown = topLevel.filter((one) => one.operationId === operationId).map(({ name }) => name)
    expect(codes.filter((code) => !shown.includes(code))).toEqual([])
  })

  it("are all named by this test", () => {
    const text = errors.section("4. Which codes the API pages name per operation")
    const named = [...text.matchAll(/`(\w+_\w+)`/g)].map(([, code]) => code)
    const listed = new Set(Object.values(expected).flat())
    expect(named.filter((code) => code !== undefined && !code.endsWith("_") && !listed.has(code))).toEqual([])
  })
})
