import { describe, expect, inject, it } from "vitest"
import { protocolPage, table } from "./protocol-page.ts"
import { operationOf, operationsOf, schemaOf } from "./specification.ts"
import type { Operation } from "./specification.ts"

const restV2 = inject("restV2")
const operationIds = [
  "retrieveConfiguration",
  "createAuthenticationSession",
  "resumeAuthenticationSession",
  "retrieveAuthenticationSession",
  "performAuthentication",
  "retrieveProfiles",
  "retrieveProfileForMvpd",
  "retrieveProfileForCode",
  "retrieveAuthorizationDecisions",
  "retrievePreauthorizationDecisions",
  "initiateLogout",
  "retrievePartnerAuthenticationRequest",
  "createPartnerProfile"
]

/** `R`, `O` or `—` of a header, in the words of the matrix. */
const presence = (operation: Operation, header: string): string => {
  if (header === "Authorization") return operation.security.length === 0 ? "—" : "R"
  if (header === "Content-Type") {
    const [contentType] = Object.keys(operation.requestBody?.content ?? {})
    if (contentType === undefined) return "—"
    return contentType.startsWith("application/json") ? "R json" : "R form"
  }
  const parameter = operation.parameters.find((candidate) => candidate.in === "header" && candidate.name === header)
  if (parameter === undefined) return "—"
  return parameter.required ? "R" : "O"
}

/** Where the adopted reading differs from the API pages. */
const adopted: Readonly<Record<string, string>> = {
  "— [C-V2-1]": "O",
  "O (R) [C-V2-2]": "R",
  // C-V2-1 treats both headers of the device alike; the matrix notes it at the first only.
  "X-Device-Info resumeAuthenticationSession": "O",
  "X-Device-Info retrieveAuthenticationSession": "O",
  "X-Device-Info retrieveProfileForCode": "O",
  "AP-Device-Identifier retrieveAuthenticationSession": "O"
}

describe("request headers", () => {
  const matrix = table(protocolPage("rest-api-v2").section("3. Header matrix"), "Header").flatMap(
    ([names = "", ...cells]) =>
      names.split(" *or* ").flatMap((header) =>
        cells.map((cell, column) => {
          const operationId = operationIds[column] ?? ""
          return { header, operationId, presence: adopted[cell] ?? adopted[`${header} ${operationId}`] ?? cell }
        })
      )
  )

  it("are those of the matrix, for each operation", () => {
    const specified = matrix.map(({ header, operationId }) => ({
      header,
      operationId,
      presence: presence(operationOf(restV2, operationId), header)
    }))
    expect(matrix).toHaveLength(13 * 13)
    expect(specified).toEqual(matrix)
  })

  it("are in no operation that the matrix does not list", () => {
    const listed = new Set(matrix.map(({ header }) => header))
    const specified = operationsOf(restV2).flatMap(({ parameters }) => parameters.filter((one) => one.in === "header"))
    expect(specified.filter(({ name }) => !listed.has(name))).toEqual([])
  })

  it("of Dynamic Client Registration are the optional ones of its page, and the address of the device", () => {
    for (const { parameters } of operationsOf(inject("dcr"))) {
      expect(parameters.map(({ name, required }) => [name, required])).toEqual([
        ["X-Device-Info", false], // C-DCR-4
        ["X-Forwarded-For", false], // C-DCR-8
        ["Accept", false],
        ["User-Agent", false]
      ])
    }
  })

  it("that are Base64 of JSON show an example of what they hold", () => {
    const decode = (operationId: string, header: string): unknown => {
      const parameter = operationOf(restV2, operationId).parameters.find(({ name }) => name === header)
      return JSON.parse(Buffer.from(parameter?.example ?? "", "base64").toString())
    }
    expect(decode("retrieveProfiles", "X-Device-Info")).toEqual(schemaOf(restV2, "DeviceInfo").examples?.[0])
    expect(decode("createPartnerProfile", "AP-Partner-Framework-Status")).toEqual(
      schemaOf(restV2, "PartnerFrameworkStatus").examples?.[0]
    )
    expect(decode("retrieveProfileForMvpd", "AP-TempPass-Identity")).toEqual({
      email: "f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7"
    })
  })

  it("of the device show the example of the page", () => {
    const [identifier] = operationOf(restV2, "retrieveProfiles").parameters.filter(
      ({ name }) => name === "AP-Device-Identifier"
    )
    expect(protocolPage("headers").section("2. AP-Device-Identifier")).toContain(
      `AP-Device-Identifier: ${identifier?.example}`
    )
  })
})
