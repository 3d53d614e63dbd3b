import { describe, expect, it } from "vitest"
import { operations } from "../../test/examples.ts"
import { createRecorder, json } from "../../test/recorder.ts"
import { contracts as dcrContracts } from "../generated/dcr/contracts.ts"
import { contracts as restV2Contracts } from "../generated/rest-v2/contracts.ts"
import { authenticationUrl } from "../rest-v2/urls.ts"
import { createApiClient } from "./create-api-client.ts"
import { InvalidRequestError } from "./invalid-request-error.ts"
import { fillPath } from "./path.ts"

/** Values with which a request would reach another operation. */
const refused: ReadonlyArray<readonly [value: unknown, problem: string]> = [
  ["", "is empty"],
  [" \t\n", "is empty"],
  [".", "has a dot segment"],
  ["..", "has a dot segment"],
  ["%2e", "has a dot segment"],
  [".%2E", "has a dot segment"],
  ["%2e%2e", "has a dot segment"],
  ["../profiles", "has a dot segment"],
  ["a/../b", "has a dot segment"],
  ["a\\..\\b", "has a dot segment"],
  ["a/.", "has a dot segment"],
  [undefined, "is missing"],
  [null, "is missing"],
  [0, "is not a string"],
  [Number.NaN, "is not a string"],
  [true, "is not a string"],
  [["REF30"], "is not a string"],
  [{ toString: () => "REF30" }, "is not a string"],
  ["\ud800", "is not valid Unicode"]
]

const refusal = (build: () => unknown): InvalidRequestError => {
  try {
    build()
  } catch (error) {
    if (error instanceof InvalidRequestError) return error
    throw error
  }
  throw new Error("The value was accepted.")
}

describe("a path parameter", () => {
  it.each([
    ["REF30", "REF30"],
    ["REF 30/ü", "REF%2030%2F%C3%BC"],
    ["a.b", "a.b"],
    ["...", "..."],
    [".hidden", ".hidden"],
    ["a?b#c", "a%3Fb%23c"],
    ["{code}", "%7Bcode%7D"]
  ])("%s is sent as %s", (value, encoded) => {
    expect(fillPath("/api/{mvpd}/x", { mvpd: value })).toBe(`/api/${encoded}/x`)
  })

  it.each(refused)("%j %s: refused, and named", (value, problem) => {
    const error = refusal(() =>
      fillPath("/api/v2/{serviceProvider}/profiles/{mvpd}", { serviceProvider: "R", mvpd: value })
    )
    expect(error).toMatchObject({ _tag: "InvalidRequestError", parameter: "mvpd" })
    expect(error.message).toContain(`the path parameter mvpd ${problem}`)
  })

  it("is not quoted by the error", () => {
    expect(refusal(() => fillPath("/{code}", { code: "../secret" })).message).not.toContain("secret")
  })
})

describe("every operation", () => {
  const parameters = operations.flatMap((operation) =>
    operation.pathParameters.map((parameter) => [operation.id, parameter, operation] as const)
  )

  it.each(parameters)("%s sends nothing with a wrong %s", async (_id, parameter, operation) => {
    const { fetch, requests } = createRecorder(() => json({}))
    const client = createApiClient({ ...dcrContracts, ...restV2Contracts }, { environment: "release-staging", fetch })
    // Boundary: called by the table rather than by the types.
    const request = client.request as object as (method: string, path: string, init: object) => Promise<unknown>
    const good = Object.fromEntries(operation.pathParameters.map((name) => [name, name]))
    for (const [value] of refused) {
      const init = { params: { path: { ...good, [parameter]: value } }, body: operation.requestBody && {} }
      await expect(request(operation.method, operation.path, init)).rejects.toMatchObject({ parameter })
    }
    await expect(request(operation.method, operation.path, {})).rejects.toBeInstanceOf(InvalidRequestError)
    expect(requests).toEqual([])
  })

  it("has at least one path parameter in the REST API V2", () => {
    expect(new Set(parameters.map(([id]) => id)).size).toBe(13)
  })
})

describe("authenticationUrl", () => {
  it.each(["serviceProvider", "code"])("refuses the same values as its %s", (parameter) => {
    for (const [value] of refused) {
      // What a caller without types may pass.
      const session = { origin: "https://a.example", serviceProvider: "R", code: "C", [parameter]: value } as {
        readonly origin: string
        readonly serviceProvider: string
        readonly code: string
      }
      expect(refusal(() => authenticationUrl(session))).toMatchObject({ parameter })
    }
  })
})
