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
 * Opens the address in a user agent. Resolves to `reached` when the user agent has loaded `redirectUrl`, which starts
 * polling, or to `closed` if it was closed before (M-AUTHN-1).
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
  /** The state of the viewer. */
  readonly state: ReadableStore<EntitlementState>
  /** Reads the viewer's profile with one call, without the configuration. Concurrent callers share it. */
  readonly start: (options?: Cancellable) => Promise<StartResult>
  /**
   * Resolves to the MVPDs that the viewer can select, cached for 3 minutes, without TempPass and test MVPDs. The
   * application sorts and searches them.
   */
  readonly mvpds: (options?: Cancellable) => Promise<ReadonlyArray<SelectableMvpd>>
  /** Signs in on this screen, in a popup or a webview that the application opens. */
  readonly signInHere: (
    options: Cancellable & { readonly mvpd: SelectedMvpd; readonly open: OpenUserAgent }
  ) => Promise<SignInResult>
  /**
   * Signs in by redirect of the whole page: stores the session and resolves to the address to open. The page of
   * `redirectUrl` calls `resume`.
   */
  readonly signInByRedirect: (options: Cancellable & { readonly mvpd: SelectedMvpd }) => Promise<RedirectSignInResult>
  /**
   * Signs in with a code that the viewer enters on another screen. Without `mvpd`, the viewer selects the MVPD there.
   */
  readonly signInWithCode: (options?: Cancellable & { readonly mvpd?: SelectedMvpd | undefined }) => CodeSignIn
  /**
   * Continues a sign-in that a redirect, a reload or a reboot interrupted. Resolves to `undefined` if there is none.
   * Call it at each start.
   */
  readonly resume: (options?: Cancellable) => Promise<CodeSignIn | undefined>
  /**
   * Decides which resources the viewer may probably watch, to decorate a catalogue. Resolves to one decision for each
   * resource, in request order. `onDecided` receives decisions in the same order, as soon as they are final.
   */
  readonly preauthorize: (
    resources: ReadonlyArray<string>,
    options?: Cancellable & { readonly onDecided?: (decisions: ReadonlyArray<CatalogueDecision>) => void }
  ) => Promise<ReadonlyArray<CatalogueDecision>>
  /** Decides whether a resource may be played now. Call it before each playback. */
  readonly authorize: (resource: string, options?: Cancellable) => Promise<PlaybackDecision>
  /** Reads the profile again, for attributes that an authorization may change (M-AUTHN-8). */
  readonly refreshProfile: (options?: Cancellable) => Promise<Access | undefined>
  /** Signs out at the viewer's request. Resolves to the remaining step for each MVPD. */
  readonly signOut: (request: ViewerRequest & Cancellable) => Promise<ReadonlyArray<SignOutStep>>
  /** Listens to one kind of event, for logs. Returns a function that removes the listener. */
  readonly on: <Type extends EntitlementEventType>(
    type: Type,
    listener: (event: Extract<EntitlementEvent, { readonly type: Type }>) => void
  ) => () => void
  /** Stops background work; a sign-in ends with `cancelled`. */
  readonly dispose: () => Promise<void>
  /** Calls `dispose`, for `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
