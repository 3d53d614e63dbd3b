import { describe, expect, it } from "vitest"
import { singleSignOn } from "../src/promise/single-sign-on.ts"
import { temporaryAccess } from "../src/promise/temporary-access.ts"
import type { EntitlementOptions } from "../src/options/entitlement-options.ts"
import { entitlementUnderTest } from "./support/entitlement-under-test.ts"

describe("options that are no good", () => {
  it.each<[string, Partial<EntitlementOptions>]>([
    ["pollInterval", { pollInterval: 2_999 }],
    ["pollInterval", { pollInterval: Number.NaN }],
    ["pollInterval", { pollInterval: Infinity }],
    ["serviceProvider", { serviceProvider: "" }],
    ["serviceProvider", { serviceProvider: " " }],
    ["domainName", { domainName: "" }],
    ["domainName", { domainName: "https://adobe.com/" }],
    ["domainName", { domainName: "adobe com" }],
    ["redirectUrl", { redirectUrl: "" }],
    ["redirectUrl", { redirectUrl: "adobe.com" }],
    ["redirectUrl", { redirectUrl: "/signed-in" }],
    ["preauthorizeLimit", { preauthorizeLimit: 0 }],
    ["configurationTimeToLive", { configurationTimeToLive: -1 }],
    // Callers without types.
    ["singleSignOn", { singleSignOn: { serviceToken: () => "a.b.c" } as never }],
    ["partnerFramework", { partnerFramework: { partner: "Apple" } as never }]
  ])("throw a typed error that names %s, before any call", (option, options) => {
    expect(() => entitlementUnderTest(options)).toThrow(
      expect.objectContaining({
        _tag: "EntitlementError",
        code: "invalid-configuration",
        reason: expect.objectContaining({ _tag: "InvalidConfiguration", option })
      })
    )
  })

  it.each<[string, () => unknown]>([
    ["singleSignOn", () => singleSignOn({} as never)],
    ["entitlement", () => temporaryAccess({} as never, { kind: "basic", mvpd: "TempPass_TEST40" })],
    ["temporaryAccess", () => temporaryAccess(entitlementUnderTest().entitlement, [])]
  ])("throw a typed error that names %s, from the functions of the subpaths too", (option, create) => {
    expect(create).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ _tag: "InvalidConfiguration", option }) })
    )
  })

  it("admit the custom schemes of native applications", () => {
    expect(() => entitlementUnderTest({ redirectUrl: "tvapp://signed-in" })).not.toThrow()
  })
})
