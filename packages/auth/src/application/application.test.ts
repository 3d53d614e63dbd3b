import { sha256, type DeviceInfo } from "@tve-pass/client"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import {
  makeApplication,
  makeApplicationInstance,
  makeRegisteredApplication,
  type ApplicationOptions
} from "./index.ts"

const info: DeviceInfo = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const options = {
  environment: "release-staging",
  softwareStatement: "header.payload.signature",
  device: { identifier: "device-1" }
} as const

const configure = (changes: object) =>
  // Options from a configuration file, which no compiler has seen.
  Result.getOrThrow(makeApplication({ ...options, ...changes } as ApplicationOptions))

const refusal = (changes: object) => {
  const result = makeApplication({ ...options, ...changes } as ApplicationOptions)
  const reason = Result.isFailure(result) ? result.failure.reason : expect.fail("the options were accepted")
  return reason._tag === "InvalidConfiguration" ? reason : expect.fail(reason._tag)
}

describe("makeApplication", () => {
  it("resolves the environment, and keeps its name", () => {
    expect(configure({})).toMatchObject({
      origin: "https://sp.auth-staging.adobe.com",
      environment: "release-staging",
      redirectUri: undefined,
      instanceId: "default"
    })
  })

  it("takes any origin instead", () => {
    expect(configure({ environment: undefined, origin: "http://127.0.0.1:4010/" })).toMatchObject({
      origin: "http://127.0.0.1:4010",
      environment: undefined
    })
  })

  it("builds the device's headers once", () => {
    expect(
      configure({ device: { identifier: "device-1", info }, forwardedFor: "203.45.101.20" }).deviceHeaders
    ).toEqual({
      "AP-Device-Identifier": "fingerprint ZGV2aWNlLTE=",
      "X-Device-Info": btoa(JSON.stringify(info)),
      "X-Forwarded-For": "203.45.101.20"
    })
  })

  it("leaves out the headers that an app in a browser does not send (rule 18)", () => {
    expect(Object.keys(configure({}).deviceHeaders)).toEqual(["AP-Device-Identifier"])
  })

  it("keeps the statement out of sight", () => {
    expect(JSON.stringify(configure({}))).not.toContain("header.payload.signature")
  })

  it.each([
    ["header.payload.signature"],
    ["  header.payload.signature\n"],
    ["header.\r\n   payload.\n\tsignature"],
    ["head\n    er.payload.signature"],
    ["\uFEFFheader.payload.signature\r\n"],
    [Redacted.make("header.payload.signature")]
  ])("unfolds the statement %j (C-DCR-9)", (softwareStatement) => {
    const application = configure({ softwareStatement })
    expect(Redacted.value(application.softwareStatement)).toBe("header.payload.signature")
    expect(application.key).toBe(configure({}).key)
  })

  it.each([
    ["softwareStatement", { softwareStatement: "" }, "the software statement"],
    ["softwareStatement", { softwareStatement: " \r\n " }, "the software statement"],
    ["softwareStatement", { softwareStatement: undefined }, "the software statement"],
    ["softwareStatement", { softwareStatement: 5 }, "the software statement"],
    ["softwareStatement", { softwareStatement: "a.b .c" }, "the software statement"],
    ["softwareStatement", { softwareStatement: "a.\tb.c" }, "the software statement"],
    ["softwareStatement", { softwareStatement: "abc" }, "the software statement"],
    ["softwareStatement", { softwareStatement: "a.b" }, "the software statement"],
    ["softwareStatement", { softwareStatement: "a..c" }, "the software statement"],
    ["softwareStatement", { softwareStatement: "a.b." }, "the software statement"],
    ["softwareStatement", { softwareStatement: "a.b.c.d" }, "the software statement"],
    ["environment", { environment: undefined }, "origin"],
    ["environment", { environment: "production" }, "origin"],
    ["origin", { environment: undefined, origin: "nowhere" }, "origin"],
    ["origin", { environment: undefined, origin: "http://pass.example" }, "origin"],
    ["origin", { origin: "https://pass.example" }, "origin"],
    ["device.identifier", { device: { identifier: "" } }, "AP-Device-Identifier"],
    ["device", { device: undefined }, "not an object"],
    [
      "device.info",
      { device: { identifier: "a", info: { model: "OLED55" } } },
      "version, osName, osVersion, connectionType"
    ],
    ["forwardedFor", { forwardedFor: "203.45.101.20, 10.0.0.1" }, "X-Forwarded-For"]
  ])("refuses %s in %j", (field, changes, problem) => {
    const reason = refusal(changes)
    expect(reason.field).toBe(field)
    expect(reason.problem).toContain(problem)
    expect(reason.remedy).toMatch(/^\S.*[^.]$/)
  })

  it.each(["adobepass://com.programmer", "https://programmer.example/back?from=tv#1"])(
    "takes the redirect URI %s",
    (redirectUri) => {
      expect(configure({ redirectUri }).redirectUri).toBe(redirectUri)
    }
  )

  it("refuses device info that is not plain JSON, without quoting it", () => {
    const reason = refusal({ device: { identifier: "a", info: { ...info, extra: 123n } } })
    expect(reason).toMatchObject({ field: "device.info", problem: "it cannot be sent" })
  })

  it("quotes no value that it refuses", () => {
    expect(JSON.stringify(refusal({ softwareStatement: "secret secret" }))).not.toContain("secret")
    expect(JSON.stringify(refusal({ environment: undefined, origin: "https://u:secret@h" }))).not.toContain("secret")
  })

  it("writes one sentence with what to do", () => {
    const result = makeApplication({ ...options, softwareStatement: "a b" })
    expect(Result.isFailure(result) && result.failure.message).toBe(
      "Failed to read softwareStatement: the software statement has the character U+0020, which no JWT has. " +
        "Pass the JWT that the TVE Dashboard offers for download, and nothing around it."
    )
  })

  it("says so in the words of the header's builder", () => {
    const result = makeApplication({ ...options, device: { identifier: "" } })
    expect(Result.isFailure(result) && result.failure.message).toBe(
      "Failed to read device.identifier: cannot build AP-Device-Identifier: it has an empty identifier. " +
        "Pass the persisted identifier of the streaming device."
    )
  })
})

const key = (changes: object) => configure(changes).key

describe("the application key (rule 1)", () => {
  it("is fit for record keys, file names and lock names", () => {
    expect(key({})).toMatch(/^[\da-f]{40}$/)
  })

  it("differs by origin, statement and instance", () => {
    const keys = [
      key({}),
      key({ environment: "release-production" }),
      key({ environment: undefined, origin: "http://127.0.0.1:1" }),
      key({ environment: undefined, origin: "http://127.0.0.1:2" }),
      key({ softwareStatement: "header.payload.other" }),
      key({ instanceId: "device-1" }),
      key({ instanceId: "device-2" })
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })

  it("is the same for an environment and for its origin", () => {
    expect(key({ environment: undefined, origin: "https://sp.auth-staging.adobe.com" })).toBe(key({}))
  })

  it("does not depend on the device's description, which changes with every update", () => {
    expect(key({ device: { identifier: "device-1", info }, forwardedFor: "203.45.101.20" })).toBe(key({}))
  })

  it("comes from the statement's hash, which is computed once for many devices", () => {
    const application = Result.getOrThrow(makeRegisteredApplication(options))
    expect(application.statementHash).toBe(sha256("header.payload.signature"))
    const instance = makeApplicationInstance(application, { device: { identifier: "x" }, instanceId: "device-1" })
    expect(Result.getOrThrow(instance).key).toBe(key({ instanceId: "device-1" }))
  })
})
