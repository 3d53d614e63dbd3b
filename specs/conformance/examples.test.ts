import { describe, expect, inject, it } from "vitest"
import { protocolPage } from "./protocol-page.ts"
import { exampleFacts } from "./example-facts.ts"
import { examplesOf, operationsOf } from "./specification.ts"
import type { Specification } from "./specification.ts"

const dcr = inject("dcr")
const restV2 = inject("restV2")

/** What rest-api-v2.md and dcr.md tell apart, by operation and status, under the name of its example. */
const variants: Readonly<Record<string, ReadonlyArray<string>>> = {
  "registerClient 201": ["clientCredentials"],
  "registerClient 400": [
    "invalid_request",
    "invalid_redirect_uri",
    "invalid_software_statement",
    "unapproved_software_statement"
  ],
  "retrieveAccessToken 201": ["accessToken"],
  "retrieveAccessToken 400": ["invalid_request", "invalid_client", "unauthorized_client", "unsupported_grant_type"],
  "retrieveConfiguration 200": ["browser", "applePlatform"],
  "createAuthenticationSession 200": [
    "authenticate",
    "resume",
    "authorizeAuthenticated",
    "authorizeAuthenticatedSSO",
    "authorizeTemporary",
    "authorizeDegraded"
  ],
  "resumeAuthenticationSession 200": [
    "authenticate",
    "retry",
    "authorizeAuthenticated",
    "authorizeTemporary",
    "authorizeDegraded"
  ],
  "retrieveAuthenticationSession 200": ["incompleteSession", "completeSession", "completeSessionNamingDomain"],
  "retrieveProfiles 200": [
    "noProfile",
    "regularProfile",
    "platformSSOProfile",
    "serviceTokenSSOProfile",
    "appleSSOProfile",
    "severalProfiles"
  ],
  "retrieveProfileForMvpd 200": [
    "noProfile",
    "regularProfile",
    "platformSSOProfile",
    "serviceTokenSSOProfile",
    "appleSSOProfile",
    "basicTemporaryProfile",
    "promotionalTemporaryProfile",
    "degradedProfile"
  ],
  "retrieveProfileForCode 200": [
    "noProfile",
    "regularProfile",
    "basicTemporaryProfile",
    "promotionalTemporaryProfile",
    "degradedProfile"
  ],
  "retrieveAuthorizationDecisions 200": [
    "permit",
    "deny",
    "permitByAuthNAll",
    "permitByAuthZAll",
    "denyByAuthZNone",
    "permitTemporary",
    "denyTemporaryDuration",
    "denyTemporaryResources",
    "denyTemporaryConfiguration",
    "denyTemporaryIdentity",
    "profileMissing",
    "profileExpired",
    "networkError",
    "tooManyResources"
  ],
  "retrievePreauthorizationDecisions 200": [
    "permit",
    "deny",
    "permitByAuthNAll",
    "permitByAuthZAll",
    "denyByAuthZNone",
    "permitTemporary",
    "profileMissing",
    "profileExpired",
    "networkError",
    "tooManyResources",
    "noDecisions"
  ],
  "initiateLogout 200": ["logout", "logoutAtRelativeUrl", "partnerLogout", "complete", "invalid"],
  "retrievePartnerAuthenticationRequest 200": [
    "partnerProfile",
    "authorizeDegraded",
    "partnerStatusFallback",
    "partnerConfigurationFallback",
    "partnerMissingParametersFallback"
  ],
  "createPartnerProfile 201": ["appleSSOProfile", "noProfile"],
  "createPartnerProfile 200": ["degradedProfile"]
}

const specificationOf = (operationId: string): Specification =>
  operationsOf(dcr).some((operation) => operation.operationId === operationId) ? dcr : restV2

describe("examples", () => {
  it.each(Object.entries(variants))("of %s show every documented variant", (response, names) => {
    const [operationId = "", status = ""] = response.split(" ")
    const shown = Object.keys(examplesOf(specificationOf(operationId), operationId, status))
    expect(names.filter((name) => !shown.includes(name))).toEqual([])
  })

  it("of each successful response are covered by the list above", () => {
    const successes = [...operationsOf(dcr), ...operationsOf(restV2)].flatMap(({ operationId, responses }) =>
      Object.keys(responses)
        .filter((status) => status.startsWith("2"))
        .map((status) => `${operationId} ${status}`)
    )
    expect(successes).toHaveLength(15)
    expect(successes.filter((success) => !(success in variants))).toEqual([])
  })

  it("of a throttled request are the page of the protocol, 166 bytes with CRLF", () => {
    const documented = /<html>[^]*<\/html>\n/.exec(protocolPage("throttling").section("4. The 429 on the wire"))?.[0]
    for (const specification of [dcr, restV2]) {
      for (const { operationId } of operationsOf(specification)) {
        const pages = examplesOf(specification, operationId, "429")
        expect(Object.keys(pages)).toEqual(["tooManyRequests"])
        expect(Buffer.byteLength(String(pages["tooManyRequests"]))).toBe(166)
        expect(String(pages["tooManyRequests"]).replaceAll("\r\n", "\n")).toBe(documented)
      }
    }
  })
})

describe("examples of Dynamic Client Registration", () => {
  it("show every attribute and enum value of every response, and nothing else", () => {
    expect(exampleFacts(dcr)).toEqual({ attributesNeverShown: [], valuesNeverShown: [], unknownAttributes: [] })
  })
})

describe("examples of the REST API V2", () => {
  it("show every attribute and enum value of every response that the pages show, and nothing else", () => {
    expect(exampleFacts(restV2)).toEqual({
      attributesNeverShown: [
        "Configuration.errorReporting", // U-V2-9
        "Configuration.mvpds", // C-V2-4
        "Configuration.time", // C-V2-4
        "Mvpd.requiredMetadataFields" // older API only
      ],
      valuesNeverShown: ["EnhancedErrorAction authorization"], // older API only
      unknownAttributes: []
    })
  })
})
