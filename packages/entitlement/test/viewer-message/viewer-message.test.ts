import { AuthError, type AuthErrorReason } from "@tve-pass/auth"
import type { EnhancedError } from "@tve-pass/client"
import { readItemFailure } from "@tve-pass/client/rest-v2"
import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { reasonSamples } from "../../../auth/test/errors/reason-samples.ts"
import { EntitlementError, toHttpProblem, viewerMessage } from "../../src/promise/index.ts"

const now = 1_752_148_106_221
const authError = (reason: AuthErrorReason) => new AuthError({ reason })
const samples = Object.values(reasonSamples(new TypeError("offline")))

const enhanced = (code: string, more: object = {}): EnhancedError => {
  const error = readItemFailure({ error: { code, status: 403, action: "none", ...more } })
  if (error === undefined) throw new Error("This is no enhanced error.")
  return error
}

describe("viewerMessage of an AuthError", () => {
  it.each(samples.map((reason) => [reason._tag, reason] as const))("knows %s", (_tag, reason) => {
    const error = authError(reason)
    const message = viewerMessage(error, now)
    expect(message.log).toEqual({ code: error.code })
    expect(message.kind).not.toBe("nothing")
    // A button, or a time, only where trying again can help.
    expect(message.retryAfter !== undefined).toBe(error.retry._tag === "AtTime" || error.retry._tag === "AfterDelay")
    const needsPerson = error.retry._tag === "Never" || error.retry._tag === "AfterUserAction"
    expect(needsPerson && !message.alert).toBe(false)
  })

  it("counts from now to the time of the error", () => {
    const error = authError({ _tag: "RegistrationGuarded", until: now + 60_000, lastReason: "invalid_client" })
    expect(viewerMessage(error, now)).toEqual({
      kind: "try-later",
      retryAfter: 60_000,
      alert: true,
      log: { code: "registration-guarded" }
    })
    expect(viewerMessage(error, now + 90_000).retryAfter).toBe(0)
  })

  it("tells a refused registration from a server that fails", () => {
    const refused = authError({ _tag: "RegistrationFailed", serverCode: "invalid_redirect_uri", status: 400 })
    const failing = authError({ _tag: "RegistrationFailed", serverCode: undefined, status: 503 })
    expect(viewerMessage(refused, now)).toMatchObject({ kind: "out-of-service", alert: true })
    expect(viewerMessage(failing, now)).toMatchObject({ kind: "try-later", alert: false })
  })
})

describe("viewerMessage of an enhanced error", () => {
  it.each(Object.keys(enhancedErrors))("knows %s", (code) => {
    const { kind, log } = viewerMessage(enhanced(code, { trace: "trace-1" }))
    expect(log).toEqual({ code, trace: "trace-1" })
    expect(["nothing", "storage", "update-app", "check-network"]).not.toContain(kind)
  })

  it.each([
    ["authorization_denied_by_mvpd", "denied", false],
    ["preauthorization_denied_by_mvpd", "denied", false],
    ["authorization_denied_by_parental_controls", "denied", false],
    ["authorization_denied_by_hba_policies", "sign-in", false],
    ["authorization_denied_by_session_invalidated", "sign-in", false],
    ["authenticated_profile_expired", "sign-in", false],
    ["temporary_access_duration_limit_exceeded", "pass-used-up", false],
    ["invalid_integration", "choose-provider", false],
    ["invalid_authentication_session", "new-code", false],
    ["network_received_error", "try-later", false],
    ["too_many_resources", "out-of-service", true],
    ["invalid_header_device_info", "out-of-service", true],
    ["invalid_configuration_temporary_access", "sign-in", true]
  ] as const)("is for %s: %s, alert %s", (code, kind, alert) => {
    expect(viewerMessage(enhanced(code))).toMatchObject({ kind, alert })
  })

  it("has the words of the MVPD, else those of Adobe, for a denial", () => {
    const words = { message: "Denied.", details: "Call us to upgrade." }
    expect(viewerMessage(enhanced("authorization_denied_by_mvpd", words)).text).toBe("Call us to upgrade.")
    expect(viewerMessage(enhanced("authorization_denied_by_mvpd", { message: "Denied." })).text).toBe("Denied.")
    expect(viewerMessage(enhanced("invalid_header_device_info", { message: "For developers." }))).not.toHaveProperty(
      "text"
    )
  })

  it("follows the action of a code that it does not know, and treats an unknown action like none", () => {
    expect(viewerMessage(enhanced("brand_new", { action: "authentication" })).kind).toBe("sign-in")
    expect(viewerMessage(enhanced("brand_new", { action: "dance" })).kind).toBe("out-of-service")
    expect(viewerMessage(enhanced("constructor", { action: "toString" })).kind).toBe("out-of-service")
    expect(viewerMessage(enhanced("streaming_denied_by_moon")).kind).toBe("denied")
  })
})

describe("viewerMessage of other failures", () => {
  it.each([
    [
      { _tag: "Throttled", httpStatus: 429 },
      { kind: "try-later", retryAfter: 1_000, log: { code: "throttled" } }
    ],
    [{ _tag: "Throttled", httpStatus: 429, retryAfterMillis: 9_000 }, { retryAfter: 9_000 }],
    [
      { _tag: "HttpError", httpStatus: 503 },
      { kind: "try-later", retryAfter: 5_000, log: { code: "http-503" } }
    ],
    [
      { _tag: "HttpError", httpStatus: 404 },
      { kind: "out-of-service", alert: true, log: { code: "http-404" } }
    ],
    [
      { _tag: "HttpError", httpStatus: 200 },
      { kind: "check-network", log: { code: "http-200" } }
    ],
    [
      { _tag: "DcrError", httpStatus: 400, code: "invalid_client" },
      { alert: true, log: { code: "invalid_client" } }
    ],
    [new TypeError("Failed to fetch"), { kind: "check-network", log: { code: "network" } }],
    [new DOMException("late", "TimeoutError"), { kind: "check-network", log: { code: "timeout" } }],
    [new DOMException("gone", "AbortError"), { kind: "nothing", alert: false, log: { code: "aborted" } }],
    [new RangeError("bug"), { kind: "out-of-service", alert: true, log: { code: "unknown" } }],
    ["a string", { kind: "out-of-service", log: { code: "unknown" } }],
    [undefined, { kind: "out-of-service", log: { code: "unknown" } }],
    [{ _tag: "ApiFailure", failure: { _tag: "HttpError", httpStatus: 500 } }, { log: { code: "http-500" } }],
    [{ _tag: "ApiFailure" }, { log: { code: "unknown" } }]
  ])("%o", (failure, expected) => {
    expect(viewerMessage(failure)).toMatchObject(expected)
  })

  it.each([
    [{ _tag: "Refused", operation: "x", failure: enhanced("invalid_integration") }, { kind: "choose-provider" }],
    [{ _tag: "Auth", error: authError({ _tag: "ForeignOrigin", origin: "a", expectedOrigin: "b" }) }, { alert: true }],
    [{ _tag: "Network", operation: "x", cause: new TypeError("down") }, { kind: "check-network" }],
    [{ _tag: "Malformed", operation: "x", missing: "code" }, { kind: "check-network" }],
    [
      { _tag: "InvalidConfiguration", option: "x", problem: "y" },
      { kind: "out-of-service", alert: true }
    ],
    [{ _tag: "UserAgent", cause: new Error("popup blocked") }, { kind: "try-later" }],
    [{ _tag: "PartnerFramework", cause: new Error("native") }, { kind: "sign-in" }]
  ] as const)("EntitlementError %o", (reason, expected) => {
    expect(viewerMessage(new EntitlementError(reason))).toMatchObject(expected)
  })

  it("keeps the words of the caller out of messages and logs", () => {
    const message = viewerMessage(Object.assign(new TypeError("CANARY"), { cause: { token: "CANARY" } }))
    expect(inspect(message, { depth: 9, showHidden: true })).not.toContain("CANARY")
  })
})

describe("viewerMessage of an outcome", () => {
  it.each([
    [
      { kind: "deny", why: "mvpd", text: "Not in your package." },
      { kind: "denied", text: "Not in your package." }
    ],
    [{ kind: "sign-in-again" }, { kind: "sign-in", log: { code: "sign-in-again" } }],
    [
      { kind: "pass-used-up", failure: enhanced("temporary_access_duration_limit_exceeded", { trace: "t" }) },
      { kind: "pass-used-up", log: { code: "temporary_access_duration_limit_exceeded", trace: "t" } }
    ],
    [
      { kind: "try-later", failure: { _tag: "HttpError", httpStatus: 502 } },
      { kind: "try-later", retryAfter: 5_000 }
    ],
    [{ kind: "undecided" }, { kind: "try-later" }],
    [
      { kind: "undecided", failure: enhanced("invalid_configuration_platform") },
      { kind: "out-of-service", alert: true }
    ],
    [{ kind: "code-ended", why: "expired" }, { kind: "new-code" }],
    [{ kind: "code-ended", why: "superseded" }, { kind: "nothing" }],
    [{ kind: "cancelled" }, { kind: "nothing" }],
    [{ kind: "not-finished" }, { kind: "sign-in" }],
    [{ kind: "integration-removed", failure: enhanced("invalid_integration") }, { kind: "choose-provider" }],
    [
      { kind: "unsupported", member: "actionName", value: "dance", sessionId: "session-1" },
      { kind: "update-app", alert: true, log: { code: "unsupported", sessionId: "session-1" } }
    ]
  ])("%o", (outcome, expected) => {
    expect(viewerMessage(outcome)).toMatchObject(expected)
  })
})

describe("toHttpProblem", () => {
  it("is problem details with the time to retry (RFC 9457)", () => {
    const { status, headers, body } = toHttpProblem({ _tag: "Throttled", httpStatus: 429, retryAfterMillis: 1_500 })
    expect(status).toBe(503)
    expect(headers).toEqual({
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "Retry-After": "2"
    })
    expect(body).toEqual({
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
      kind: "try-later",
      retryAfter: 1_500,
      code: "throttled"
    })
  })

  it("passes a denial on with its words and its trace", () => {
    const failure = enhanced("authorization_denied_by_mvpd", { details: "Not in your package.", trace: "trace-1" })
    expect(toHttpProblem({ kind: "deny", failure })).toMatchObject({
      status: 403,
      body: { detail: "Not in your package.", kind: "denied", code: "authorization_denied_by_mvpd", trace: "trace-1" }
    })
  })

  it.each([
    ["sign-in", { kind: "sign-in-again" }, 403],
    ["choose-provider", { kind: "integration-removed" }, 409],
    ["new-code", { kind: "code-ended", why: "expired" }, 410],
    ["check-network", new TypeError("offline"), 504],
    ["out-of-service", new RangeError("bug"), 500],
    ["update-app", { kind: "unsupported" }, 501]
  ])("%s", (kind, failure, status) => {
    expect(toHttpProblem(failure)).toMatchObject({ status, body: { status, kind } })
  })
})

describe("a value that is not what its tag says", () => {
  const circular: { readonly _tag: "ApiFailure"; failure?: unknown } = { _tag: "ApiFailure" }
  circular.failure = circular

  it.each<[string, unknown]>([
    ["an AuthError without a reason", { _tag: "AuthError" }],
    ["an AuthError without retry advice", { _tag: "AuthError", code: "throttled", reason: { _tag: "Throttled" } }],
    ["an enhanced error without a code", { _tag: "EnhancedError" }],
    ["an enhanced error with a number as its code", { _tag: "EnhancedError", code: 5, action: null }],
    ["a failure that contains itself", circular],
    [
      "a value that cannot be read",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("revoked")
          }
        }
      )
    ]
  ])("gets a message, never an exception: %s", (_name, failure) => {
    expect(viewerMessage(failure)).toMatchObject({ kind: "out-of-service", alert: true })
  })
})
