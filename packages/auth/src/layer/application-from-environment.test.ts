import { describe, expect, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { applicationFromEnvironment } from "./application-from-environment.ts"

const variables = {
  ADOBE_PASS_ENVIRONMENT: "release-staging",
  ADOBE_PASS_SOFTWARE_STATEMENT: "header.payload.signature",
  ADOBE_PASS_DEVICE_IDENTIFIER: "device-1"
}
const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

const readFrom = (changes: object) =>
  Effect.provide(
    applicationFromEnvironment,
    ConfigProvider.layer(ConfigProvider.fromUnknown({ ...variables, ...changes }))
  )

describe("applicationFromEnvironment", () => {
  it.effect("reads what an application needs", () =>
    Effect.gen(function* () {
      const application = yield* readFrom({})
      expect(application.origin).toBe("https://sp.auth-staging.adobe.com")
      expect(Redacted.value(application.softwareStatement)).toBe("header.payload.signature")
      expect(application.deviceHeaders).toEqual({ "AP-Device-Identifier": "fingerprint ZGV2aWNlLTE=" })
    })
  )

  it.effect("reads everything else", () =>
    Effect.gen(function* () {
      const application = yield* readFrom({
        ADOBE_PASS_ENVIRONMENT: undefined,
        ADOBE_PASS_ORIGIN: "http://127.0.0.1:4010",
        ADOBE_PASS_DEVICE_INFO: JSON.stringify(info),
        ADOBE_PASS_REDIRECT_URI: "app://com.programmer",
        ADOBE_PASS_INSTANCE_ID: "living-room",
        ADOBE_PASS_FORWARDED_FOR: "203.45.101.20"
      })
      expect(application).toMatchObject({
        origin: "http://127.0.0.1:4010",
        redirectUri: "app://com.programmer",
        instanceId: "living-room",
        deviceHeaders: { "X-Device-Info": btoa(JSON.stringify(info)), "X-Forwarded-For": "203.45.101.20" }
      })
    })
  )

  it("refuses what is missing or malformed, and names it", async () => {
    const refusals = [
      ["ADOBE_PASS_ENVIRONMENT", { ADOBE_PASS_ENVIRONMENT: undefined }, "neither"],
      ["ADOBE_PASS_ENVIRONMENT", { ADOBE_PASS_ENVIRONMENT: "" }, "neither"],
      ["ADOBE_PASS_ENVIRONMENT", { ADOBE_PASS_ORIGIN: "https://pass.example" }, "both"],
      ["environment", { ADOBE_PASS_ENVIRONMENT: "production" }, "origin"],
      ["ADOBE_PASS_SOFTWARE_STATEMENT", { ADOBE_PASS_SOFTWARE_STATEMENT: undefined }, "is not set"],
      ["ADOBE_PASS_SOFTWARE_STATEMENT", { ADOBE_PASS_SOFTWARE_STATEMENT: "" }, "is not set"],
      ["softwareStatement", { ADOBE_PASS_SOFTWARE_STATEMENT: "a.b" }, "instead of three"],
      ["ADOBE_PASS_DEVICE_IDENTIFIER", { ADOBE_PASS_DEVICE_IDENTIFIER: undefined }, "is not set"],
      ["ADOBE_PASS_DEVICE_INFO", { ADOBE_PASS_DEVICE_INFO: "{model" }, "is not JSON"],
      ["device.info", { ADOBE_PASS_DEVICE_INFO: "{}" }, "model, version"],
      ["device.info", { ADOBE_PASS_DEVICE_INFO: "null" }, "model, version"]
    ] as const
    for (const [field, changes, problem] of refusals) {
      const { reason } = await Effect.runPromise(Effect.flip(readFrom(changes)))
      expect(reason).toMatchObject({ _tag: "InvalidConfiguration", field })
      expect(JSON.stringify(reason)).toContain(problem)
    }
  })
})
