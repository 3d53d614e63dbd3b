import type { AuthErrorReason } from "@tve-pass/auth"
import type { Schemas } from "@tve-pass/client/rest-v2"
import type { ViewerMessageKind } from "./viewer-message.ts"

/** How to react to one reason, action or code. The tables of docs/errors.md are compared with these by a test. */
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
 * Reactions to an `AuthError`, by the `_tag` of its reason. A reason whose retry advice is `Never` is out of service in
 * any case.
 */
export const authReasonReactions: { readonly [Tag in AuthErrorReason["_tag"]]: Reaction } = {
  InvalidConfiguration: outOfService,
  StatementRejected: outOfService,
  RegistrationFailed: tryLater,
  // Credentials that are refused within the hour point to the registered application.
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

/** Reactions to an enhanced error by its action, unless its code has a reaction of its own. */
export const actionReactions: { readonly [Action in Schemas["EnhancedErrorAction"]]?: Reaction } = {
  none: outOfService,
  authentication: signIn,
  retry: tryLater,
  configuration: outOfService,
  "application-registration": outOfService,
  authorization: tryLater
}

/**
 * Reactions to enhanced errors whose action does not say enough: `none` covers wrong parameters as well as denials, and
 * samples contradict the catalogue about temporary access (C-V2-12).
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
  // The partner framework cannot help: what is left is the basic sign-in.
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

/** Returns the reaction to an enhanced error: by its code, else as a denial, else by its action. */
export const reactionToEnhancedError = ({
  code,
  action
}: {
  readonly code: string
  readonly action: string
}): Reaction =>
  own<Reaction>(codeReactions, code) ??
  (action !== "authentication" && code.includes("denied") ? denied : undefined) ??
  // Actions that a later version of the protocol adds are treated like `none`.
  own<Reaction>(actionReactions, action) ??
  outOfService

/** Returns a member that the table itself has, not one of every object. */
export const own = <Value>(table: { readonly [key: string]: Value | undefined }, key: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined
