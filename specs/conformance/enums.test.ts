import { readFileSync } from "node:fs"
import { describe, expect, inject, it } from "vitest"
import { protocolPage, table } from "./protocol-page.ts"
import { schemaOf } from "./specification.ts"
import type { Schema, Specification } from "./specification.ts"

const dcr = inject("dcr")
const restV2 = inject("restV2")
const restPage = protocolPage("rest-api-v2")
const dcrPage = protocolPage("dcr")

const values = (specification: Specification, name: string): ReadonlyArray<string> =>
  [...(schemaOf(specification, name).enum ?? [])].sort()

/** First cells of a table whose first header cell is the given one. */
const firstCells = (text: string, header: string): ReadonlyArray<string> =>
  table(text, header)
    .map(([cell = ""]) => cell)
    .sort()

/** The values that the enum table of section 6 gives an attribute; a blank first cell continues a group. */
const sessionValues = (attribute: string): ReadonlyArray<string> => {
  let group = ""
  return table(restPage.section("6. Session response"), "Attribute", "Values")
    .flatMap(([name = "", text = ""]) => {
      group = name === "" ? group : name
      return group === attribute ? [...text.matchAll(/(?:^|; )(\w+) — /g)].map(([, value = ""]) => value) : []
    })
    .sort()
}

/** A "restricted list" of section 3 of the headers page, with the number of values the page gives. */
const restricted = (key: string): { readonly values: ReadonlyArray<string>; readonly count: number } => {
  const text = protocolPage("headers").section("3. X-Device-Info").replaceAll("\n  ", " ")
  const [, list = "", count = ""] = new RegExp(`^\\* \`${key}\`: (.+) \\((\\d+)\\)$`, "m").exec(text) ?? []
  return { values: list.split(", ").sort(), count: Number(count) }
}

describe("enums of X-Device-Info", () => {
  it.each([
    ["primaryHardwareType", "PrimaryHardwareType"],
    ["osName", "OsName"],
    ["osFamily", "OsFamily"],
    ["osVendor", "OsVendor"],
    ["browserName", "BrowserName"],
    ["browserVendor", "BrowserVendor"]
  ])("%s has the values of the restricted list", (key, schema) => {
    const list = restricted(key)
    expect(list.values).toHaveLength(list.count)
    expect(values(restV2, schema)).toEqual(list.values)
  })

  it("connectionType has the examples of the table", () => {
    const row = table(protocolPage("headers").section("3. X-Device-Info"), "Key").find(
      ([key]) => key === "connectionType"
    )
    expect(values(restV2, "ConnectionType")).toEqual(row?.[4]?.split(", ").sort())
  })
})

describe("enums of the REST API V2", () => {
  it.each([
    ["actionName", "SessionActionName"],
    ["actionType", "SessionActionType"],
    ["reasonType", "SessionReasonType"]
  ])("%s of a session has the values of its table", (attribute, schema) => {
    expect(values(restV2, schema)).toEqual(sessionValues(attribute))
  })

  it("a missing parameter is one of the body, or `domain` as in the sample", () => {
    const parameters = firstCells(restPage.section("7. Operation 2"), "Body parameter")
    expect(values(restV2, "MissingParameter")).toEqual([...parameters, "domain"].sort()) // C-V2-6
  })

  it("profile types, decision sources and logout actions have the values of their tables", () => {
    const logouts = restPage.section("13. Operation 11")
    expect(values(restV2, "ProfileType")).toEqual(firstCells(restPage.section("11. Profiles"), "type"))
    expect(values(restV2, "DecisionSource")).toEqual(firstCells(restPage.section("12. Decisions"), "source"))
    expect(values(restV2, "LogoutActionName")).toEqual(firstCells(logouts, "actionName"))
    expect(values(restV2, "LogoutActionType")).toEqual(
      [...new Set(table(logouts, "actionName").map(([, actionType = ""]) => actionType))].sort()
    )
  })

  it("the state of an attribute has both spellings of an encrypted one", () => {
    expect(values(restV2, "AttributeState")).toEqual(["enc", "encrypted", "plain"]) // C-V2-10
  })

  it("boarding status and access status have the values that their pages name", () => {
    const boarding = table(restPage.section("5. Operation 1").split("Each element of")[1] ?? "", "Attribute")
    const [, , , boardingStatus = ""] = boarding.find(([name]) => name === "boardingStatus") ?? []
    expect(values(restV2, "BoardingStatus").filter((value) => !boardingStatus.includes(value))).toEqual([])
    const [, , , accessStatus = ""] =
      table(protocolPage("headers").section("8. AP-Partner-Framework-Status"), "Path").find(
        ([path]) => path === "frameworkPermissionInfo.accessStatus"
      ) ?? []
    expect(values(restV2, "PartnerFrameworkAccessStatus")).toEqual(
      accessStatus
        .replaceAll(/ \([^)]*\)/g, "")
        .split(", ")
        .sort()
    )
  })

  it("the actions of enhanced errors have the values of their table", () => {
    expect(values(restV2, "EnhancedErrorAction")).toEqual(
      firstCells(protocolPage("errors").section("1. Structure"), "action")
    )
  })
})

describe("enums of Dynamic Client Registration", () => {
  it("have the error codes of their tables", () => {
    expect(values(dcr, "RegistrationErrorCode")).toEqual(firstCells(dcrPage.section("4. "), "error"))
    expect(values(dcr, "AccessTokenErrorCode")).toEqual(firstCells(dcrPage.section("5. "), "error"))
  })

  it("have the only grant type, scope and token type of the samples", () => {
    expect(values(dcr, "GrantType")).toEqual(["client_credentials"])
    expect(values(dcr, "Scope")).toEqual(["api:client:v2"])
    expect(values(dcr, "TokenType")).toEqual(["bearer"])
  })
})

describe("named enums", () => {
  it("are those that ARCHITECTURE.md promises, and all open", () => {
    const promise = /^Named enum schemas, all open .*?\n\n/ms.exec(
      readFileSync(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8")
    )
    const promised = [...(promise?.[0] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name)
    const named = [dcr, restV2].flatMap(({ components }) =>
      Object.entries(components["schemas"] ?? {}).filter(([, schema]) => Array.isArray((schema as Schema).enum))
    )
    expect(named.map(([name]) => name).sort()).toEqual(promised.sort())
    expect(named.filter(([, schema]) => (schema as Record<string, unknown>)["x-open-enum"] !== true)).toEqual([])
  })
})
