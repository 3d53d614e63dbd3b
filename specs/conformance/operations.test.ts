import { describe, expect, inject, it } from "vitest"
import { anchor, protocolPage, table } from "./protocol-page.ts"
import { operationsOf } from "./specification.ts"

const dcr = inject("dcr")
const restV2 = inject("restV2")
const page = protocolPage("rest-api-v2")
const operations = operationsOf(restV2)

describe("operations", () => {
  it("are the two of Dynamic Client Registration", () => {
    expect(operationsOf(dcr).map(({ operationId, method, path }) => [operationId, method, path])).toEqual([
      ["registerClient", "POST", "/o/client/register"],
      ["retrieveAccessToken", "POST", "/o/client/token"]
    ])
  })

  it("are the thirteen of the overview, with its methods, paths and bodies", () => {
    const overview = table(page.section("1. Overview"), "#").map(([, , call = "", body = ""]) => {
      const [method = "", path = ""] = call.split(" ")
      return { call: `${method} ${path.replace(/\?.*$/, "")}`, body }
    })
    const bodies: Record<string, string> = {
      "application/x-www-form-urlencoded": "form",
      "application/json;charset=utf-8": "JSON"
    }
    const specified = operations.map(({ method, path, requestBody }) => ({
      call: `${method} ${path}`,
      body: bodies[Object.keys(requestBody?.content ?? {})[0] ?? ""] ?? "—"
    }))
    expect(overview).toHaveLength(13)
    expect(specified.sort(byCall)).toEqual(overview.sort(byCall))
  })

  it("document the statuses of the table of statuses, and with those the adopted readings add", () => {
    const columns = [
      ["retrieveConfiguration", "createAuthenticationSession", "resumeAuthenticationSession"],
      ["retrieveAuthenticationSession", "retrieveProfiles"],
      ["performAuthentication"],
      ["retrieveProfileForMvpd", "retrieveProfileForCode"],
      ["retrieveAuthorizationDecisions", "retrievePreauthorizationDecisions"],
      ["initiateLogout", "retrievePartnerAuthenticationRequest"],
      ["createPartnerProfile"]
    ]
    const columnOfCells = [0, 0, 1, 2, 3, 3, 4]
    const added = [
      "403 retrieveAuthorizationDecisions", // U-V2-6
      "403 retrievePreauthorizationDecisions" // U-V2-6
    ]
    const rows = table(page.section("4. Status codes"), "Status")
    const documented = rows.flatMap(([status, ...marks]) =>
      columns.flatMap((ids, column) =>
        ids.filter(() => marks[columnOfCells[column] ?? 0]).map((id) => `${status} ${id}`)
      )
    )
    const specified = operations.flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${status} ${operationId}`)
    )
    expect(specified.sort()).toEqual([...documented, ...added].sort())
  })

  it("need an access token, except registration and the navigation of the user agent", () => {
    const open = [...operationsOf(dcr), ...operations].filter(({ security }) => security.length === 0)
    expect(open.map(({ operationId }) => operationId)).toEqual([
      "registerClient",
      "retrieveAccessToken",
      "performAuthentication"
    ])
  })

  it("name a section of the protocol pages that exists", () => {
    const broken = [...operationsOf(dcr), ...operations]
      .map(({ externalDocs }) => externalDocs.url)
      .filter((url) => {
        const [, name = "", fragment = ""] = /^docs\/protocol\/(.+)\.md#(.+)$/.exec(url) ?? []
        return !protocolPage(name).headings.map(anchor).includes(fragment)
      })
    expect(broken).toEqual([])
  })
})

const byCall = (a: { readonly call: string }, b: { readonly call: string }): number => a.call.localeCompare(b.call)
