import { describe, expect, it } from "vitest"
import { contracts as dcrContracts } from "../src/generated/dcr/contracts.ts"
import { contracts as restV2Contracts } from "../src/generated/rest-v2/contracts.ts"
import { createApiClient } from "../src/api-client/create-api-client.ts"
import { narrow, type Failure, type NarrowableResult } from "../src/index.ts"
import * as restV2 from "../src/rest-v2/index.ts"
import { backToWire } from "./back-to-wire.ts"
import { canonical } from "./canonical.ts"
import { examples, operations, type Example } from "./examples.ts"

const origin = "https://sp.auth.adobe.com"

/** Calls the operation of an example on a server that responds with it. */
const resultOf = async ({ operation, status, contentType, body }: Example) => {
  const response = new Response(textOf(body), { status, headers: { "content-type": contentType } })
  const client = createApiClient({ ...dcrContracts, ...restV2Contracts }, { origin, fetch: async () => response })
  // Boundary: called by the table rather than by the types; the types of the examples are checked in examples.test-d.ts.
  const request = client.request as object as (method: string, path: string, init: object) => Promise<AnyResult>
  const path = Object.fromEntries(operation.pathParameters.map((name) => [name, name]))
  return narrow(
    await request(operation.method, operation.path, { params: { path }, body: operation.requestBody && {} })
  )
}

const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body))

/** Result of an operation with any response. */
type AnyResult = NarrowableResult<{
  readonly responses: { readonly 200: { readonly content: { readonly "application/json": never } } }
}>

/** Each success, read and turned back into a response. Keyed by operation: a new one needs a reader, or none. */
const readBack: { readonly [Id in Example["operation"]["id"]]: (data: never) => unknown } = {
  registerClient: (data) => data,
  retrieveAccessToken: (data) => data,
  retrieveConfiguration: (data) => data,
  createAuthenticationSession: (data) => backToWire.session(restV2.readSession(data, origin)),
  resumeAuthenticationSession: (data) => backToWire.session(restV2.readSession(data, origin)),
  retrieveAuthenticationSession: (data) => backToWire.sessionDetails(restV2.readSessionDetails(data)),
  performAuthentication: (data) => data,
  retrieveProfiles: (data) => backToWire.profiles(restV2.readProfiles(data)),
  retrieveProfileForMvpd: (data) => backToWire.profiles(restV2.readProfiles(data)),
  retrieveProfileForCode: (data) => backToWire.profiles(restV2.readProfiles(data)),
  retrieveAuthorizationDecisions: (data) => decisionsBack(data),
  retrievePreauthorizationDecisions: (data) => decisionsBack(data),
  initiateLogout: (data) => backToWire.logouts(restV2.readLogouts(data, origin)),
  retrievePartnerAuthenticationRequest: (data) => backToWire.session(restV2.readSession(data, origin)),
  createPartnerProfile: (data) => backToWire.profiles(restV2.readProfiles(data))
}

const decisionsBack = (data: restV2.Schemas["AuthorizationDecisions"]) => {
  const resources = data.decisions.map(({ resource }) => resource)
  return backToWire.decisions(restV2.readDecisions(data, resources))
}

const title = ({ operation, status, name }: Example): string => `${operation.id} ${status} ${name}`

describe("every example of a success", () => {
  const successes = examples.filter(({ status }) => status < 400)

  it.each(successes.map((example) => [title(example), example] as const))("%s", async (_title, example) => {
    const result = await resultOf(example)
    expect(result).toMatchObject({ kind: "success", status: example.status })
    if (result.kind !== "success") return
    expect(result.data).toEqual(example.body)
    expect(canonical(readBack[example.operation.id](result.data), origin)).toEqual(canonical(example.body, origin))
  })
})

/** The body of a response with this failure. A throttled call says no more than its status. */
const bodyOf = (failure: Failure): unknown => {
  if (failure._tag === "Throttled") return throttled
  if (failure._tag === "EnhancedError") return backToWire.enhancedError(failure)
  return failure._tag === "DcrError" ? { error: failure.code } : failure.body
}

const throttled = "429"

/** What the body of an example says: its error, flat or as a string. */
const saidBy = ({ status, body }: Example): unknown => {
  if (status === 429) return throttled
  if (typeof body !== "object" || body === null || Object.keys(body).length === 0) return textOf(body)
  return "error" in body && typeof body.error === "object" ? body.error : body
}

describe("every example of a failure", () => {
  const failures = examples.filter(({ status }) => status >= 400)

  it.each(failures.map((example) => [title(example), example] as const))("%s", async (_title, example) => {
    const result = await resultOf(example)
    expect(result).toMatchObject({ kind: "failure", status: example.status })
    if (result.kind === "success") return
    expect(result.failure.httpStatus).toBe(example.status)
    expect(bodyOf(result.failure)).toEqual(canonical(saidBy(example), origin))
  })
})

describe("the examples", () => {
  it("cover every documented response of every operation that has a body", () => {
    const exemplified = new Set(examples.map(({ operation, status }) => `${operation.id} ${status}`))
    const documented = operations.flatMap(({ id, responses }) =>
      Object.entries(responses).flatMap(([status, types]) => (types.length === 0 ? [] : [`${id} ${status}`]))
    )
    expect(exemplified).toEqual(new Set(documented))
  })
})
