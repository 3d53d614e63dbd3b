import type { AuthErrorReason } from "../../src/errors/index.ts"
import { describeUnderlyingError } from "../../src/errors/index.ts"

/** One reason of each kind; a new kind does not compile until it is listed here. */
export const reasonSamples = (thrown: unknown): SampleByTag => ({
  InvalidConfiguration: {
    _tag: "InvalidConfiguration",
    field: "origin",
    problem: "the origin is not a URL",
    remedy: "Pass scheme, host and port"
  },
  StatementRejected: { _tag: "StatementRejected", serverCode: "invalid_software_statement", status: 400 },
  RegistrationFailed: { _tag: "RegistrationFailed", serverCode: "invalid_redirect_uri", status: 400 },
  RegistrationGuarded: { _tag: "RegistrationGuarded", until: 1_752_148_106_221, lastReason: "invalid_client" },
  ClientRejected: { _tag: "ClientRejected", serverCode: "invalid_client" },
  ClientNotAllowed: { _tag: "ClientNotAllowed", serverCode: "unauthorized_client" },
  TokenFailed: { _tag: "TokenFailed", serverCode: undefined, status: 503 },
  AccessTokenRejected: {
    _tag: "AccessTokenRejected",
    enhancedErrorCode: "invalid_access_token_service_provider",
    status: 401
  },
  Throttled: { _tag: "Throttled", by: "server", retryAt: 1_752_148_106_221 },
  StoreCorrupted: {
    _tag: "StoreCorrupted",
    location: "/state/record.json",
    problem: "a directory is in the place of a file",
    remedy: "Move it away"
  },
  StoreUnavailable: {
    _tag: "StoreUnavailable",
    operation: "write",
    location: "record",
    remedy: "Free space",
    cause: describeUnderlyingError(thrown)
  },
  LockTimeout: { _tag: "LockTimeout", lock: "key", state: "busy", waited: 60_000 },
  Transport: { _tag: "Transport", operation: "registerClient", cause: describeUnderlyingError(thrown) },
  MalformedResponse: { _tag: "MalformedResponse", operation: "retrieveAccessToken", field: "expires_in", status: 201 },
  DeadlineExceeded: { _tag: "DeadlineExceeded", operation: "sendRequest", deadline: 30_000 },
  ForeignOrigin: {
    _tag: "ForeignOrigin",
    origin: "https://elsewhere.example",
    expectedOrigin: "https://sp.auth.adobe.com"
  }
})

type SampleByTag = {
  readonly [Tag in AuthErrorReason["_tag"]]: Extract<AuthErrorReason, { readonly _tag: Tag }>
}
