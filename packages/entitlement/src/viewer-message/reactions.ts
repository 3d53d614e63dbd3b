import type { AuthErrorReason } from "@tve-pass/auth"
import type { Schemas } from "@tve-pass/client/rest-v2"
import type { ViewerMessageKind } from "./viewer-message.ts"

/** The reaction to one reason, action or code. A test compares the tables of docs/errors.md with these. */
export interface Reaction {
  readonly kind: ViewerMessageKind
  /** Whether an operator has to act. */
  readonly alert: boolean
}

const outOfService: Reaction = { kind: "out-of-service", alert: true }
const tryLater: Reaction = { kind: "try-later", alert: false }
const checkNetwork: Reaction = { kind: "check-network", alert: false }
const storage: Reaction = { kind: "storage", alert: true }
const signIn: Reaction = { kind: "sign-in", alert: false }
const chooseProvider: Reaction = { kind: "choose-provider", alert: false }
const newCode: Reaction = { kind: "new-code", alert: false }
const passUsedUp: Reaction = { kind: "pass-used-up", alert: false }

/**
 * Reactions to an `AuthError`, by the `_tag` of its reason. If the retry advice is `Never`, the reaction is always
 * `out-of-service`.
 */
export const authReasonReactions: { readonly [Tag in AuthErrorReason["_tag"]]: Reaction } = {
  InvalidConfiguration: outOfService,
  StatementRejected: outOfService,
  RegistrationFailed: tryLater,
  // If the server refuses credentials within an hour, the registered application is probably misconfigured.
  RegistrationGuarded: { kind: "try-later", alert: true },
  ClientRejected: outOfService,
  ClientNotAllowed: outOfService,
  TokenFailed: tryLater,
  AccessTokenRejected: outOfService,
  Throttled: tryLater,
  StoreCorrupted: storage,
  StoreUnavailable: storage,
  LockTimeout: tryLater,
  Transport: checkNetwork,
  MalformedResponse: checkNetwork,
  DeadlineExceeded: checkNetwork,
  ForeignOrigin: outOfService
}

/** Reactions to an enhanced error by its action, unless {@link codeReactions} has its code. */
export const actionReactions: { readonly [Action in Schemas["EnhancedErrorAction"]]?: Reaction } = {
  none: outOfService,
  authentication: signIn,
  retry: tryLater,
  configuration: outOfService,
  "application-registration": outOfService,
  authorization: tryLater
}

/**
 * Reactions to enhanced errors whose action is not specific enough: `none` covers both wrong parameters and denials,
 * and samples contradict the catalogue about temporary access (C-V2-12).
 */
export const codeReactions: { readonly [Code in Schemas["EnhancedErrorCode"]]?: Reaction } = {
  invalid_parameter_mvpd: chooseProvider,
  invalid_integration: chooseProvider,
  invalid_parameter_code: newCode,
  invalid_authentication_session: newCode,
  temporary_access_duration_limit_exceeded: passUsedUp,
  temporary_access_resources_limit_exceeded: passUsedUp,
  // The operator has to correct the pass; the viewer can sign in meanwhile.
  invalid_configuration_temporary_access: { kind: "sign-in", alert: true },
  // The partner framework cannot sign the viewer in, so the basic sign-in follows.
  invalid_parameter_saml_response: signIn,
  invalid_header_pfs_permission_access_not_present: signIn,
  invalid_header_pfs_permission_access_not_determined: signIn,
  invalid_header_pfs_permission_access_not_granted: signIn,
  invalid_header_pfs_provider_id_not_determined: signIn,
  invalid_header_pfs_provider_id_mismatch: signIn,
  invalid_header_pfs_provider_info_expired: signIn,
  internal_server_error: tryLater
}

const denied: Reaction = { kind: "denied", alert: false }

/** Returns the reaction to an enhanced error: by its code, otherwise as a denial, otherwise by its action. */
export const reactionToEnhancedError = ({
  code,
  action
}: {
  readonly code: string
  readonly action: string
}): Reaction =>
  own<Reaction>(codeReactions, code) ??
  (action !== "authentication" && code.includes("denied") ? denied : undefined) ??
  // Unknown actions are treated like `none`.
  own<Reaction>(actionReactions, action) ??
  outOfService

/** Returns a member of the table itself, and none that it inherits, such as `toString`. */
export const own = <Value>(table: { readonly [key: string]: Value | undefined }, key: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined
