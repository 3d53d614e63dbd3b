import type { AuthorizedTransport, StoreSource } from "@tve-pass/auth"
import type { EnhancedError } from "@tve-pass/client"
import type { AuthenticationParameter, Schemas } from "@tve-pass/client/rest-v2"
import type { Access, AccessKind } from "../access/access.ts"
import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { CatalogueDecision } from "../decisions/catalogue-decision.ts"
import type { PlaybackDecision } from "../decisions/playback-decision.ts"
import type { SelectableMvpd } from "../mvpds/mvpd.ts"
import type { Cancellable } from "../options/cancellable.ts"
import type { Unsupported } from "../sign-in/sign-in-result.ts"
import type { SignOutStep, ViewerRequest } from "../sign-out/sign-out-step.ts"
import type { PromotionalIdentity } from "../temporary-access/temporary-access-options.ts"

/** Options of `createSteps`, for all devices. */
export interface StepsOptions {
  /** Identifier of the channel, for example `REF30`. */
  readonly serviceProvider: string
  /** One of the registered domains (`requestor.domains` of the configuration). */
  readonly domainName: string
  /** Absolute URL at which the login ends. */
  readonly redirectUrl: string
  /**
   * The store that all servers share, such as the store of the device pool. It keeps the current sign-in of each
   * device, and its lock prevents two servers from polling one code at the same time.
   */
  readonly storage: StoreSource
  /** Resources in one preauthorization call, as configured for the service provider. Default: 5. */
  readonly preauthorizeLimit?: number | undefined
  /** Ids of test and development MVPDs, which the configuration does not mark. `mvpds` omits them. */
  readonly testMvpds?: ReadonlyArray<string> | undefined
  /** Milliseconds for which the list of MVPDs is cached. Default: 120,000 (2 minutes). */
  readonly configurationTimeToLive?: number | undefined
}

/** The device that a request to the backend comes from. */
export interface StepsDevice {
  /** The connection of the device: `pool.device({ … })`. */
  readonly pass: AuthorizedTransport
  /** The unique id of the device: the same identifier as in the pool. */
  readonly id: string
  /**
   * The platform, for example the `osName` of the device info. Devices of one platform share the cached list of MVPDs.
   */
  readonly platform: string
}

/** Single calls for a backend. Any server can handle any request, because the state is in the store. */
export interface Steps {
  /** Returns the steps of one device. Sends and reads nothing. */
  readonly device: (device: StepsDevice) => DeviceSteps
}

/**
 * The calls for one device, one for each of its requests to the backend (M-S2S-4). Results are plain data, except the
 * playback of a permit. Calls reject with an `EntitlementError`, or with the reason of an aborted signal.
 */
export interface DeviceSteps {
  /** Resolves to the MVPDs that the viewer can select, cached for the platform for 2 minutes. */
  readonly mvpds: (options?: Cancellable) => Promise<ReadonlyArray<SelectableMvpd>>
  /** Begins a sign-in. It supersedes an earlier one of the device, whose code is not polled again (M-AUTHN-5). */
  readonly createSession: (options?: Cancellable & { readonly mvpd?: string | undefined }) => Promise<CreatedSession>
  /**
   * Polls the code once. Polls of one device start at least 3 s apart across all servers (M-AUTHN-6): an earlier call
   * resolves to `too-early` and sends nothing.
   */
  readonly pollOnce: (code: string, options?: Cancellable) => Promise<PollResult>
  /** Reads the profile of an MVPD, or all profiles of the device, with one call. */
  readonly profiles: (options?: Cancellable & { readonly mvpd?: string | undefined }) => Promise<FoundProfiles>
  /** Decides which resources the viewer may probably watch, to decorate a catalogue. */
  readonly preauthorize: (
    options: Cancellable & { readonly mvpd: string; readonly resources: ReadonlyArray<string> }
  ) => Promise<ReadonlyArray<CatalogueDecision>>
  /**
   * Decides whether a resource may be played now. `playback.redeem` passes the media token to your verifier. `identity`
   * is for a promotional TempPass.
   */
  readonly authorize: (
    options: Cancellable & {
      readonly mvpd: string
      readonly resource: string
      readonly identity?: PromotionalIdentity | undefined
    }
  ) => Promise<PlaybackDecision>
  /** Signs out at Adobe Pass at the viewer's request. Resolves to the remaining steps of the device. */
  readonly prepareSignOut: (
    request: ViewerRequest & Cancellable & { readonly mvpd: string }
  ) => Promise<ReadonlyArray<SignOutStep>>
}

/** The result of creating a session. */
export type CreatedSession =
  /** Show the code. If no parameter is missing, `address` is the login page, for devices with a browser. */
  | {
      readonly kind: "code"
      readonly code: string
      /** For support tickets at Adobe. */
      readonly sessionId: string
      /** When the code ends, in epoch milliseconds of this server's clock. */
      readonly endsAt: number
      /** Parameters that the second screen has to supply. */
      readonly missing: ReadonlyArray<AuthenticationParameter>
      readonly address?: UserAgentAddress
    }
  | { readonly kind: "signed-in"; readonly access: ViewerAccess }
  /** The session reported that no login is needed, but there is no profile. */
  | { readonly kind: "not-finished" }
  | { readonly kind: "integration-removed"; readonly mvpd?: string; readonly failure: EnhancedError }
  | Unsupported

/** The result of one poll. */
export type PollResult =
  /** The viewer has not signed in yet. `retryAfter`: milliseconds until the next poll. */
  | { readonly kind: "waiting"; readonly retryAfter: number }
  /**
   * The last poll was less than 3 s ago, so nothing was sent. `retryAfter`: milliseconds until the next poll is sent.
   */
  | { readonly kind: "too-early"; readonly retryAfter: number }
  | { readonly kind: "signed-in"; readonly access: ViewerAccess }
  /** The code has ended. `unknown`: this device has no current sign-in. */
  | {
      readonly kind: "ended"
      readonly why: "expired" | "superseded" | "refused" | "unknown"
      readonly failure?: EnhancedError
    }

/** The profiles of a device. */
export type FoundProfiles =
  /** Sorted by end; the one that lasts longest is first. */
  | { readonly kind: "signed-in"; readonly accesses: readonly [ViewerAccess, ...Array<ViewerAccess>] }
  | { readonly kind: "signed-out" }

/** Proof that the viewer is authenticated, as plain data. */
export interface ViewerAccess {
  readonly kind: AccessKind
  /** The profile type, as the server sends it. */
  readonly profileType: Schemas["ProfileType"]
  /** Id of the MVPD. */
  readonly mvpd: string
  /** When the access ends, in epoch milliseconds of Adobe's clock; absent if it has no end. */
  readonly endsAt?: number
  /**
   * The profile with its user metadata, for `readProfile(access)`. Not enumerable, so that `JSON.stringify` omits it.
   */
  readonly profile: Access["profile"]
}
