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
    ["pass", { pass: undefined as never }],
    ["pass", { pass: {} as never }],
    ["storage", { storage: 5 as never }],
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

  it.each([
    "storage",
    "instanceId",
    "profileChoice",
    "preauthorizeLimit",
    "refreshAfterAuthorize",
    "testMvpds",
    "configurationTimeToLive",
    "pollInterval",
    "singleSignOn",
    "partnerFramework",
    "visitorIdentifier",
    "wake"
  ])("count as absent where %s is null, as callers without types pass it", (option) => {
    expect(() => entitlementUnderTest({ [option]: null })).not.toThrow()
  })

  it("throw a typed error for an MVPD that cannot be part of an address, and blame no network", async () => {
    const { entitlement, clock, simulator } = entitlementUnderTest()
    const trial = temporaryAccess(entitlement, { kind: "basic", mvpd: ".." })
    await expect(clock.finish(trial.authorize("REF30"))).rejects.toMatchObject({
      reason: { _tag: "InvalidConfiguration", option: "mvpd" }
    })
    expect(simulator.journal.calls()).toEqual([])
  })

  it("admit the custom schemes of native applications", () => {
    expect(() => entitlementUnderTest({ redirectUrl: "tvapp://signed-in" })).not.toThrow()
  })
})
