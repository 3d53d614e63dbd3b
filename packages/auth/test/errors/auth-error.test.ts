import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { AuthError, failWith } from "../../src/errors/index.ts"
import { reasonSamples } from "./reason-samples.ts"

const samples = Object.values(reasonSamples(new TypeError("fetch failed")))
const errorOf = (tag: (typeof samples)[number]["_tag"]) =>
  new AuthError({ reason: reasonSamples(new TypeError("fetch failed"))[tag] })
const adviceAfter = (status: number) =>
  new AuthError({ reason: { _tag: "TokenFailed", serverCode: undefined, status } }).retry._tag

describe("AuthError", () => {
  it("says what failed, why, and what to do, in one line, for every reason (rule 20)", () => {
    for (const reason of samples) {
      expect(new AuthError({ reason }).message).toMatch(/^Failed to [a-z][^\n]*: [^\n]+\. [A-Z][^\n]+\.$/)
    }
    const messages = samples.map((reason) => new AuthError({ reason }).message)
    expect(messages).toMatchInlineSnapshot(`
      [
        "Failed to use Adobe Pass: the origin is not a URL (field origin). Pass scheme, host and port.",
        "Failed to use Adobe Pass: statement rejected (server code invalid_software_statement, status 400). Check the registered application in the TVE Dashboard.",
        "Failed to use Adobe Pass: registration failed (server code invalid_redirect_uri, status 400). Correct the program or its configuration.",
        "Failed to use Adobe Pass: registration guarded (last reason invalid_client). Try again at 2025-07-10T11:48:26.221Z.",
        "Failed to use Adobe Pass: client rejected (server code invalid_client). Check the registered application in the TVE Dashboard.",
        "Failed to use Adobe Pass: client not allowed (server code unauthorized_client). Check the registered application in the TVE Dashboard.",
        "Failed to use Adobe Pass: token failed (status 503). Try again later, and check network and origin.",
        "Failed to use Adobe Pass: access token rejected (enhanced error code invalid_access_token_service_provider, status 401). Check the registered application in the TVE Dashboard.",
        "Failed to use Adobe Pass: throttled (by server). Try again at 2025-07-10T11:48:26.221Z.",
        "Failed to use Adobe Pass: a directory is in the place of a file (location /state/record.json). Move it away.",
        "Failed to write: store unavailable (location record, cause TypeError). Free space.",
        "Failed to use Adobe Pass: lock timeout (lock key, state busy, waited 60000). Try again later, and check network and origin.",
        "Failed to register client: transport (cause TypeError). Try again later, and check network and origin.",
        "Failed to retrieve access token: malformed response (field expires_in, status 201). Try again later, and check network and origin.",
        "Failed to send request: deadline exceeded (deadline 30000). Try again later, and check network and origin.",
        "Failed to use Adobe Pass: foreign origin (origin https://elsewhere.example, expected origin https://sp.auth.adobe.com). Correct the program or its configuration.",
      ]
    `)
  })

  it("has one stable code a reason", () => {
    expect(samples.map((reason) => new AuthError({ reason }).code)).toEqual([
      "invalid-configuration",
      "statement-rejected",
      "registration-failed",
      "registration-guarded",
      "client-rejected",
      "client-not-allowed",
      "token-failed",
      "access-token-rejected",
      "throttled",
      "store-corrupted",
      "store-unavailable",
      "lock-timeout",
      "transport",
      "malformed-response",
      "deadline-exceeded",
      "foreign-origin"
    ])
  })

  it("says for every reason whether trying again can help", () => {
    const advice = samples.map((reason) => [reason._tag, new AuthError({ reason }).retry._tag])
    expect(Object.fromEntries(advice)).toEqual({
      InvalidConfiguration: "Never",
      StatementRejected: "AfterUserAction",
      RegistrationFailed: "Never",
      RegistrationGuarded: "AtTime",
      ClientRejected: "AfterUserAction",
      ClientNotAllowed: "AfterUserAction",
      TokenFailed: "AfterDelay",
      AccessTokenRejected: "AfterUserAction",
      Throttled: "AtTime",
      StoreCorrupted: "AfterUserAction",
      StoreUnavailable: "AfterUserAction",
      LockTimeout: "AfterDelay",
      Transport: "AfterDelay",
      MalformedResponse: "AfterDelay",
      DeadlineExceeded: "AfterDelay",
      ForeignOrigin: "Never"
    })
  })

  it("gives a server that is down time, and never repeats what it refuses", () => {
    expect([400, 403, 500, 503].map(adviceAfter)).toEqual(["Never", "Never", "AfterDelay", "AfterDelay"])
  })

  it("names the moment from which a guarded registration is allowed", () => {
    expect(errorOf("RegistrationGuarded").retry).toEqual({ _tag: "AtTime", epochMilliseconds: 1_752_148_106_221 })
  })

  it("survives a moment that no clock shows", () => {
    const error = new AuthError({ reason: { _tag: "Throttled", by: "local", retryAt: Number.NaN } })
    expect(error.message).toContain("Try again at null")
  })

  it("carries attempts and total wait, none by default", () => {
    const { reason } = errorOf("Transport")
    expect(new AuthError({ reason, attempts: 3, totalWait: 2_500 })).toMatchObject({ attempts: 3, totalWait: 2_500 })
    expect(new AuthError({ reason })).toMatchObject({ attempts: 0, totalWait: 0 })
  })

  it("carries server codes that this version does not know", () => {
    const error = new AuthError({ reason: { _tag: "StatementRejected", serverCode: "new_code", status: 400 } })
    expect(error.message).toContain("(server code new_code, status 400)")
  })

  it("is caught by reason", () => {
    const program = failWith({ _tag: "Throttled", by: "local", retryAt: 0 }).pipe(
      Effect.catchReason("AuthError", "Throttled", (reason) => Effect.succeed(reason.by))
    )
    expect(Effect.runSync(program)).toBe("local")
  })
})

describe("an AuthError made from an error that quotes secrets", () => {
  const canary = "CANARY-statement-secret-token"
  const hostile = Object.assign(new TypeError(`POST https://host/?secret=${canary} failed`), {
    code: canary,
    name: canary,
    body: { client_secret: canary },
    cause: Object.assign(new Error(canary), { code: "ECONNRESET", request: canary, cause: canary })
  })

  it.each(Object.entries(reasonSamples(hostile)))("shows none of them as %s (rule 21)", (_, reason) => {
    const error = new AuthError({ reason })
    const outputs = [
      String(error),
      JSON.stringify(error),
      inspect(error, { depth: 10, showHidden: true }),
      Cause.pretty(Cause.fail(error)),
      Cause.pretty(Cause.die(error)),
      error.stack
    ]
    for (const output of outputs) {
      expect(output).toContain("Failed to")
      expect(output).not.toContain(canary)
    }
  })

  it("still tells why the connection failed", () => {
    expect(new AuthError({ reason: reasonSamples(hostile).Transport }).message).toContain("cause Error ECONNRESET")
  })
})
