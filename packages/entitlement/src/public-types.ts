/** The types that both entry points export. */
export type { Access, AccessKind } from "./access/access.ts"
export type { UserAgentAddress } from "./access/user-agent-address.ts"
export type { CatalogueDecision } from "./decisions/catalogue-decision.ts"
export type { DenialReason } from "./decisions/denial.ts"
export type { Playback } from "./decisions/playback.ts"
export type { PlaybackDecision } from "./decisions/playback-decision.ts"
export type { EntitlementEvent, EntitlementEventType } from "./events/entitlement-event.ts"
export type { EntitlementState, SignedOut, SignedOutWhy, SigningIn, SignInMethod } from "./machine/entitlement-state.ts"
export type { SelectableMvpd, SelectedMvpd } from "./mvpds/mvpd.ts"
export type { Cancellable } from "./options/cancellable.ts"
export type { EntitlementOptions, EntitlementTransport } from "./options/entitlement-options.ts"
export type { CodeSignIn, CodeStep, ShowingCode } from "./sign-in/code-sign-in.ts"
export type { PartnerSignInResult } from "./sign-in/partner-sign-in-result.ts"
export type { RedirectSignInResult } from "./sign-in/redirect-sign-in-result.ts"
export type { EndedSignIn, SignInResult, Unsupported } from "./sign-in/sign-in-result.ts"
export type { SignOutStep, ViewerRequest } from "./sign-out/sign-out-step.ts"
export type {
  PartnerFramework,
  PartnerFrameworkPort,
  SingleSignOn,
  SingleSignOnTokens
} from "./single-sign-on/single-sign-on.ts"
export type { StartResult } from "./start-up/start-result.ts"
export type { ReadableStore } from "./state/readable-store.ts"
export type { RemainingAccess } from "./temporary-access/remaining-access.ts"
export type { PromotionalIdentity, TemporaryAccessOptions } from "./temporary-access/temporary-access-options.ts"
