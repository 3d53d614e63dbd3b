import { describe, expect, inject, it } from "vitest"
import { protocolPage, table } from "./protocol-page.ts"
import { propertiesOf, schemaOf } from "./specification.ts"
import type { Specification } from "./specification.ts"

const dcr = inject("dcr")
const restV2 = inject("restV2")
const restPage = protocolPage("rest-api-v2")
const dcrPage = protocolPage("dcr")
const headersPage = protocolPage("headers")

const properties = (specification: Specification, schema: string): ReadonlyArray<string> =>
  Object.keys(propertiesOf(specification, schemaOf(specification, schema))).sort()

const required = (specification: Specification, schema: string): ReadonlyArray<string> =>
  [...(schemaOf(specification, schema).required ?? [])].sort()

/** Names in first cells; a cell may list several. */
const names = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> =>
  rows.flatMap(([cell = ""]) => cell.split(", ")).sort()

/** The rows of the table of a response in dcr.md; the request comes first there. */
const responseFields = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
  table(text.slice(text.indexOf("### Response 201")), "Field")

/** The unit that a description prints in bold. */
const unit = (schema: string, field: string): string | undefined => {
  const property = propertiesOf(dcr, schemaOf(dcr, schema))[field] as { readonly description: string }
  return /\*\*(\w+)\*\*/.exec(property.description)?.[1]
}

describe("Dynamic Client Registration", () => {
  const [register, token] = [dcrPage.section("4. "), dcrPage.section("5. ")]
  it("requests have the fields of their tables, required as written there", () => {
    for (const [schema, text] of [
      ["RegistrationRequest", register],
      ["AccessTokenRequest", token]
    ] as const) {
      const rows = table(text, "Field", "Type", "Presence")
      expect(properties(dcr, schema)).toEqual(names(rows))
      expect(required(dcr, schema)).toEqual(names(rows.filter(([, , presence]) => presence === "required")))
    }
  })

  it("responses have the fields of their tables, all required", () => {
    for (const [schema, text] of [
      ["ClientCredentials", register],
      ["AccessToken", token]
    ] as const) {
      expect(properties(dcr, schema)).toEqual(names(responseFields(text)))
      expect(required(dcr, schema)).toEqual(names(responseFields(text)))
    }
  })

  it("the units of the three numbers are distinguished", () => {
    expect(unit("ClientCredentials", "client_id_issued_at")).toBe("seconds")
    expect(unit("AccessToken", "created_at")).toBe("milliseconds")
    expect(unit("AccessToken", "expires_in")).toBe("seconds")
  })
})

describe("REST API V2", () => {
  it("a configuration has the attributes of its tables", () => {
    const section = restPage.section("5. Operation 1")
    expect(properties(restV2, "Configuration")).toEqual(names(table(section, "Attribute", "Type (from sample)")))
    expect(properties(restV2, "Mvpd")).toEqual(names(table(section, "Attribute", "Type", "Presence")))
    expect(properties(restV2, "Requestor")).toEqual(["domains", "id", "mvpds", "name"])
  })

  it("a session has the attributes of its table and requires those that every operation requires", () => {
    const rows = table(restPage.section("6. Session response"), "Attribute", "Type", "Op 2")
    expect(properties(restV2, "Session")).toEqual(names(rows))
    expect(required(restV2, "Session")).toEqual(
      names(rows.filter(([, , ...presences]) => presences.slice(0, 3).every((presence) => presence === "required")))
    )
  })

  it("session parameters are those of the body, none required", () => {
    const rows = table(restPage.section("7. Operation 2"), "Body parameter")
    expect(properties(restV2, "AuthenticationParameters")).toEqual(names(rows))
    expect(required(restV2, "AuthenticationParameters")).toEqual([]) // C-V2-7
    expect(properties(restV2, "PartnerAuthenticationParameters")).toEqual(
      names(rows).filter((parameter) => parameter !== "mvpd")
    )
  })

  it("session details have the attributes of their table", () => {
    const rows = table(restPage.section("9. Operation 4"), "Attribute")
    expect(properties(restV2, "SessionDetails")).toEqual(names(rows))
    expect(required(restV2, "SessionDetails")).toEqual(names(rows.filter(([, , presence]) => presence === "required")))
  })

  it("device details have the paths of their table", () => {
    const groups: Readonly<Record<string, string>> = {
      hardware: "HardwareDetails",
      operatingSystem: "OperatingSystemDetails",
      browser: "BrowserDetails",
      display: "DisplayDetails",
      connection: "ConnectionDetails"
    }
    const specified = properties(restV2, "DeviceDetails").flatMap((name) => {
      const schema = groups[name]
      return schema === undefined ? [name] : properties(restV2, schema).map((member) => `${name}.${member}`)
    })
    const documented = names(table(restPage.section("9. Operation 4"), "Path")).flatMap((paths) => {
      const [first = "", ...others] = paths.split(" / ")
      return [first, ...others.map((other) => first.replace(/\..*$/, other))]
    })
    expect(specified.sort()).toEqual(documented.sort())
  })

  it("a profile has the attributes of its table, all required", () => {
    const rows = table(restPage.section("11. Profiles"), "Attribute", "Type", "Presence")
    expect(properties(restV2, "Profile")).toEqual(names(rows))
    expect(required(restV2, "Profile")).toEqual(names(rows))
  })

  it("user metadata has the keys of its table, only userID required", () => {
    expect(properties(restV2, "ProfileAttributes")).toEqual(names(table(restPage.section("11. Profiles"), "Key")))
    expect(required(restV2, "ProfileAttributes")).toEqual(["userID"])
  })

  it("decisions have the attributes of their table; preauthorization has no token", () => {
    const rows = table(restPage.section("12. Decisions"), "Attribute", "Type", "Authorize", "Preauthorize")
    expect(properties(restV2, "AuthorizationDecision")).toEqual(names(rows))
    expect(properties(restV2, "PreauthorizationDecision")).toEqual(
      names(rows.filter(([, , , preauthorize]) => preauthorize !== "never" && preauthorize !== "not listed"))
    )
    expect(required(restV2, "Decision")).toEqual(names(rows.filter(([, , authorize]) => authorize === "required")))
  })

  it("a media token has the fields of its table", () => {
    expect(properties(restV2, "MediaToken")).toEqual(
      names(table(protocolPage("media-token").section("1. What it is"), "JSON field"))
    )
    expect(required(restV2, "MediaToken")).toEqual(["notAfter", "notBefore", "serializedToken"]) // C-MT-4
  })

  it("a logout has the attributes of its table", () => {
    const rows = table(restPage.section("13. Operation 11"), "Attribute")
    expect(properties(restV2, "Logout")).toEqual(names(rows))
    expect(required(restV2, "Logout")).toEqual(names(rows.filter(([, , presence]) => presence === "required")))
  })

  it("an enhanced error has the fields of its table", () => {
    expect(properties(restV2, "EnhancedError")).toEqual(
      names(table(protocolPage("errors").section("1. Structure"), "Field"))
    )
  })
})

describe("header payloads", () => {
  it("device info has the keys of its table, required as written there", () => {
    const rows = table(headersPage.section("3. X-Device-Info"), "Key", "Required")
    expect(properties(restV2, "DeviceInfo")).toEqual(names(rows))
    expect(required(restV2, "DeviceInfo")).toEqual(names(rows.filter(([, mark]) => mark === "**yes**")))
  })

  it("the partner framework status has the paths of its table", () => {
    const paths = names(table(headersPage.section("8. AP-Partner-Framework-Status"), "Path"))
    const specified = [
      ...properties(restV2, "PartnerFrameworkStatus"),
      ...properties(restV2, "FrameworkPermissionInfo").map((name) => `frameworkPermissionInfo.${name}`),
      ...properties(restV2, "FrameworkProviderInfo").map((name) => `frameworkProviderInfo.${name}`)
    ]
    expect(specified.sort()).toEqual(paths)
  })
})
