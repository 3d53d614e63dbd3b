import { describe, expect, it } from "vitest"
import { decodedJson } from "../../test/decoded.ts"
import { refusedHeader } from "../../test/refused-header.ts"
import { partnerFrameworkStatusHeader, type PartnerFrameworkStatus } from "./partner-framework-status.ts"

const name = "AP-Partner-Framework-Status"

const granted: PartnerFrameworkStatus = {
  frameworkPermissionInfo: { accessStatus: "granted" },
  frameworkProviderInfo: { id: "Cablevision", expirationDate: "2025430636000" }
}

const documented =
  "ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0="

describe("AP-Partner-Framework-Status", () => {
  it("says the same as the documented example", () => {
    expect(decodedJson(partnerFrameworkStatusHeader(granted)[name])).toEqual(decodedJson(documented))
  })

  it("sends an expiration in milliseconds as a string", () => {
    const { frameworkPermissionInfo, frameworkProviderInfo } = granted
    const header = partnerFrameworkStatusHeader({
      frameworkPermissionInfo: { ...frameworkPermissionInfo, accessStatus: "granted" },
      frameworkProviderInfo: { ...frameworkProviderInfo, id: "Cablevision", expirationDate: 2025430636000 }
    })
    expect(decodedJson(header[name])).toEqual(granted)
  })

  it.each(["denied", "restricted", "notDetermined"] as const)(
    "needs no provider when access is %s (C-H-7)",
    (accessStatus) => {
      expect(decodedJson(partnerFrameworkStatusHeader({ frameworkPermissionInfo: { accessStatus } })[name])).toEqual({
        frameworkPermissionInfo: { accessStatus },
        frameworkProviderInfo: {}
      })
    }
  )

  it("passes errors of the framework on", () => {
    const status: PartnerFrameworkStatus = {
      frameworkPermissionInfo: { accessStatus: "denied", error: { code: "1", message: "unsupported" } },
      frameworkProviderInfo: { error: { code: "2", message: "no provider" } }
    }
    expect(decodedJson(partnerFrameworkStatusHeader(status)[name])).toEqual(status)
  })

  it.each<[status: object, missingKeys: ReadonlyArray<string>]>([
    [{}, ["frameworkPermissionInfo.accessStatus"]],
    [{ frameworkPermissionInfo: { accessStatus: "" } }, ["frameworkPermissionInfo.accessStatus"]],
    [
      { frameworkPermissionInfo: { accessStatus: "granted" } },
      ["frameworkProviderInfo.id", "frameworkProviderInfo.expirationDate"]
    ],
    [
      { frameworkPermissionInfo: { accessStatus: "granted" }, frameworkProviderInfo: { id: "Cablevision" } },
      ["frameworkProviderInfo.expirationDate"]
    ],
    [
      {
        frameworkPermissionInfo: { accessStatus: "granted" },
        frameworkProviderInfo: { id: null, expirationDate: null }
      },
      ["frameworkProviderInfo.id", "frameworkProviderInfo.expirationDate"]
    ]
  ])("names what %j lacks", (status, missingKeys) => {
    // What a caller without types may pass.
    const error = refusedHeader(() => partnerFrameworkStatusHeader(status as PartnerFrameworkStatus))
    expect([error.header, error.missingKeys]).toEqual([name, missingKeys])
  })

  it("leaves out what is null", () => {
    const frameworkPermissionInfo = { accessStatus: "denied", error: null }
    for (const frameworkProviderInfo of [null, { id: null, expirationDate: null }]) {
      // What a caller without types, such as a bridge to native code, may pass.
      const status = { frameworkPermissionInfo, frameworkProviderInfo } as unknown as PartnerFrameworkStatus
      expect(decodedJson(partnerFrameworkStatusHeader(status)[name])).toEqual({
        frameworkPermissionInfo: { accessStatus: "denied" },
        frameworkProviderInfo: {}
      })
    }
  })

  it.each(["tomorrow", "1.5", -1, Number.NaN])("refuses the expiration %s", (expirationDate) => {
    const build = () =>
      partnerFrameworkStatusHeader({
        frameworkPermissionInfo: { accessStatus: "granted" },
        frameworkProviderInfo: { id: "Cablevision", expirationDate }
      })
    expect(refusedHeader(build).message).toContain("Pass epoch milliseconds")
  })
})
