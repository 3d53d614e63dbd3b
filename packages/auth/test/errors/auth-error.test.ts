import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { AuthError, failWith, type AuthErrorReason } from "../../src/errors/index.ts"
import { reasonSamples } from "./reason-samples.ts"

const samples = Object.values(reasonSamples(new TypeError("fetch failed")))
const errorOf = (tag: (typeof samples)[number]["_tag"]) =>
  new AuthError({ reason: reasonSamples(new TypeError("fetch failed"))[tag] })
const adviceAfter = (status: number, serverCode?: string) =>
  new AuthError({ reason: { _tag: "TokenFailed", serverCode, status } }).retry._tag

describe("AuthError", () => {
  it("says what failed, why, and what to do, in one line, for every reason (rule 20)", () => {
    for (const reason of samples) {
      expect(new AuthError({ reason }).message).toMatch(/^Failed to [a-z][^\n]*: [^\n]+\. [A-Z][^\n]+\.$/)
    }
    const messages = samples.map((reason) => [reason._tag, new AuthError({ reason }).message])
    expect(Object.fromEntries(messages)).toEqual({
      InvalidConfiguration: "Failed to read origin: the origin is not a URL. Pass scheme, host and port.",
      StatementRejected:
        "Failed to register the client: the server refused the software statement " +
        "(HTTP 400 invalid_software_statement). Check the registered application in the TVE Dashboard.",
      RegistrationFailed:
        "Failed to register the client: the server responded with HTTP 400 invalid_redirect_uri. " +
        "Correct the program or its configuration.",
      RegistrationGuarded:
        "Failed to register the client again: the last registration (invalid_client) is too recent. " +
        "Try again at 2025-07-10T11:48:26.221Z.",
      ClientRejected:
        "Failed to retrieve an access token: the server refused the client credentials (invalid_client). " +
        "Check the registered application in the TVE Dashboard.",
      ClientNotAllowed:
        "Failed to retrieve an access token: the server refused the grant to this client (unauthorized_client). " +
        "Check the registered application in the TVE Dashboard.",
      TokenFailed: "Failed to retrieve an access token: the server responded with HTTP 503. Try again later.",
      AccessTokenRejected:
        "Failed to send the request: the server refused a new access token " +
        "(HTTP 401 invalid_access_token_service_provider). Check the registered application in the TVE Dashboard.",
      Throttled:
        "Failed to send the request: the server responded with HTTP 429. Try again at 2025-07-10T11:48:26.221Z.",
      StoreCorrupted: "Failed to use /state/record.json: a directory is in the place of a file. Move it away.",
      StoreUnavailable: "Failed to write record: the store failed (TypeError). Free space.",
      LockTimeout: "Failed to lock key: another owner kept the lock for 60 s. Try again later.",
      Transport:
        "Failed to register the client: no response arrived (TypeError). " +
        "Check the network and the origin, and try again later.",
      MalformedResponse:
        "Failed to retrieve an access token: the response has no valid expires_in (HTTP 201). " +
        "Check the network and the origin, and try again later.",
      DeadlineExceeded: "Failed to send the request: it did not finish within 30 s. Try again later.",
      ForeignOrigin:
        "Failed to send the request: https://elsewhere.example is not the configured origin " +
        "https://sp.auth.adobe.com. Correct the program or its configuration."
    })
  })

  it.each<[AuthErrorReason, string]>([
    [
      { _tag: "TokenFailed", serverCode: "server_busy", status: 503 },
      "the server responded with HTTP 503 server_busy."
    ],
    [{ _tag: "AccessTokenRejected", enhancedErrorCode: undefined, status: 403 }, "a new access token (HTTP 403)."],
    [{ _tag: "Throttled", by: "local", retryAt: 0 }, "too many requests are waiting already. Try again at 1970-01-01T"],
    [
      { _tag: "LockTimeout", lock: "key", state: "lost", waited: 0 },
      "the lock was lost while this process was paused."
    ],
    [
      { _tag: "Transport", operation: "sendRequest", cause: { name: "TypeError", code: "ECONNREFUSED" } },
      "Failed to send the request: no response arrived (TypeError ECONNREFUSED)."
    ]
  ])("makes a sentence of %j", (reason, part) => {
    expect(new AuthError({ reason }).message).toContain(part)
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

  it.each([
    [400, "invalid_request", "Never"],
    [401, "invalid_request", "Never"],
    [403, "access_denied", "Never"],
    [400, "temporarily_unavailable", "AfterDelay"],
    [503, "invalid_request", "AfterDelay"],
    [302, undefined, "AfterDelay"],
    [400, undefined, "AfterDelay"],
    [403, undefined, "AfterDelay"],
    [404, undefined, "AfterDelay"],
    [408, "invalid_request", "AfterDelay"],
    [413, undefined, "AfterDelay"],
    [425, undefined, "AfterDelay"],
    [451, undefined, "AfterDelay"],
    [500, undefined, "AfterDelay"]
  ])("a failure with HTTP %i and the code %s: try again %s (rule 19)", (status, serverCode, advice) => {
    expect(adviceAfter(status, serverCode)).toBe(advice)
  })

  it("names the moment that a Retry-After asked for", () => {
    const reason = { _tag: "TokenFailed", serverCode: undefined, status: 503, retryAt: 1_752_148_106_221 } as const
    expect(new AuthError({ reason }).retry).toEqual({ _tag: "AtTime", epochMilliseconds: 1_752_148_106_221 })
  })

  it("names the call that was throttled", () => {
    const reason = { _tag: "Throttled", by: "server", operation: "registerClient", retryAt: 0 } as const
    expect(new AuthError({ reason }).message).toContain(
      "Failed to register the client: the server responded with HTTP 429."
    )
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
    expect(error.message).toContain("(HTTP 400 new_code)")
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
    expect(new AuthError({ reason: reasonSamples(hostile).Transport }).message).toContain(
      "no response arrived (Error ECONNRESET)"
    )
  })
})
