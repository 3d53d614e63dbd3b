import type { Access } from "../access/access.ts"
import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { CatalogueDecision } from "../decisions/catalogue-decision.ts"
import type { PlaybackDecision } from "../decisions/playback-decision.ts"
import type { EntitlementEvent, EntitlementEventType } from "../events/entitlement-event.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
import type { Cancellable } from "../options/cancellable.ts"
import type { CodeSignIn } from "../sign-in/code-sign-in.ts"
import type { RedirectSignInResult } from "../sign-in/redirect-sign-in-result.ts"
import type { SignInResult } from "../sign-in/sign-in-result.ts"
import type { SignOutStep, ViewerRequest } from "../sign-out/sign-out-step.ts"
import type { StartResult } from "../start-up/start-result.ts"
import type { ReadableStore } from "../state/readable-store.ts"

/**
 * Opens the address in a user agent. Resolves to `reached` once it has loaded `redirectUrl`, which starts polling, or to
 * `closed` if it was closed before (M-AUTHN-1).
 */
export type OpenUserAgent = (
  address: UserAgentAddress,
  options: { readonly redirectUrl: string; readonly signal: AbortSignal }
) => Promise<"reached" | "closed">

/**
 * The flows of one viewer's application. Expected outcomes are values; rejections are `EntitlementError`s. An aborted signal
 * ends a sign-in with `cancelled` and rejects everything else with its reason.
 */
export interface Entitlement {
  /** Where the viewer stands. */
  readonly state: ReadableStore<EntitlementState>
  /** Looks for the viewer's profile: one call, no configuration. Callers at the same time share it. */
  readonly start: (options?: Cancellable) => Promise<StartResult>
  /** The MVPDs to select from, cached. TempPass and test MVPDs are left out; order and search are the application's. */
  readonly mvpds: (options?: Cancellable) => Promise<ReadonlyArray<SelectableMvpd>>
  /** Signs in on this screen, in a popup or a webview that the application opens. */
  readonly signInHere: (
    options: Cancellable & { readonly mvpd: SelectedMvpd; readonly open: OpenUserAgent }
  ) => Promise<SignInResult>
  /** For pages that leave: stores the session, then returns the address to go to. The page of `redirectUrl` calls `resume`. */
  readonly signInByRedirect: (options: Cancellable & { readonly mvpd: SelectedMvpd }) => Promise<RedirectSignInResult>
  /** Shows a code that the viewer enters on another screen. Without `mvpd` the viewer selects it there. */
  readonly signInWithCode: (options?: Cancellable & { readonly mvpd?: SelectedMvpd | undefined }) => CodeSignIn
  /**
   * Continues the sign-in that a redirect, a reload or a reboot interrupted. Resolves to `undefined` if there is none: call it
   * on each start.
   */
  readonly resume: (options?: Cancellable) => Promise<CodeSignIn | undefined>
  /**
   * Whether resources of the catalogue will most likely play: for decoration only. Resolves in request order; `onDecided` gets
   * decisions as soon as they are final.
   */
  readonly preauthorize: (
    resources: ReadonlyArray<string>,
    options?: Cancellable & { readonly onDecided?: (decisions: ReadonlyArray<CatalogueDecision>) => void }
  ) => Promise<ReadonlyArray<CatalogueDecision>>
  /** Whether a resource may be played now. Call it before each playback. */
  readonly authorize: (resource: string, options?: Cancellable) => Promise<PlaybackDecision>
  /** Reads the profile again, for attributes that an authorization may change (M-AUTHN-8). */
  readonly refreshProfile: (options?: Cancellable) => Promise<Access | undefined>
  /** Signs out, only because the viewer asked. Resolves to what is left to do for each MVPD. */
  readonly signOut: (request: ViewerRequest & Cancellable) => Promise<ReadonlyArray<SignOutStep>>
  /** Listens to one kind of event, for logs. Returns how to stop. */
  readonly on: <Type extends EntitlementEventType>(
    type: Type,
    listener: (event: Extract<EntitlementEvent, { readonly type: Type }>) => void
  ) => () => void
  /** Ends what is running; a sign-in ends with `cancelled`. */
  readonly dispose: () => Promise<void>
  /** `dispose`, for `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
