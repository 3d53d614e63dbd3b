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

/** What the steps of all devices share. */
export interface StepsOptions {
  /** Identifier of the channel, for example `REF30`. */
  readonly serviceProvider: string
  /** One of the registered domains. */
  readonly domainName: string
  /** Absolute URL at which the login ends. */
  readonly redirectUrl: string
  /**
   * The store that all servers share, such as that of the device pool: it keeps the running sign-in of each device, and its
   * lock keeps two servers from looking at one code at the same time.
   */
  readonly storage: StoreSource
  /** Resources in one preauthorization call, as configured for the service provider. Default: 5. */
  readonly preauthorizeLimit?: number | undefined
  /** Ids of test and development MVPDs, which the configuration does not mark: `mvpds` leaves them out. */
  readonly testMvpds?: ReadonlyArray<string> | undefined
  /** Milliseconds for which the list of MVPDs is cached. Default: 120,000 (2 minutes). */
  readonly configurationTimeToLive?: number | undefined
}

/** The device that a request of a backend is about. */
export interface StepsDevice {
  /** Its connection: `pool.device({ … })`. */
  readonly pass: AuthorizedTransport
  /** What tells it from other devices: the identifier that the pool knows it by. */
  readonly id: string
  /** Devices of one platform share the list of MVPDs: for example the `osName` of the device info. */
  readonly platform: string
}

/** Single calls for a programmer's backend. Each server may answer each request: what has to be kept is in the store. */
export interface Steps {
  /** The steps of one device. Sends and reads nothing. */
  readonly device: (device: StepsDevice) => DeviceSteps
}

/**
 * The calls for one device, each a request of the device to the backend (M-S2S-4). Results are plain data, but for the
 * playback of a permit. They reject with an `EntitlementError`, or, once the signal is aborted, with its reason.
 */
export interface DeviceSteps {
  /** The MVPDs to select from, cached for the platform. */
  readonly mvpds: (options?: Cancellable) => Promise<ReadonlyArray<SelectableMvpd>>
  /** Begins a sign-in. An earlier one of the device is superseded: its code is not looked at any more (M-AUTHN-5). */
  readonly createSession: (options?: Cancellable & { readonly mvpd?: string | undefined }) => Promise<CreatedSession>
  /**
   * Looks once whether the viewer has signed in with the code. Looks of one device start at least 3 s apart, whichever server
   * they reach (M-AUTHN-6): one that comes earlier resolves to `too-early` and sends nothing.
   */
  readonly pollOnce: (code: string, options?: Cancellable) => Promise<PollResult>
  /** Reads the profile of an MVPD, or all profiles of the device, with one call. */
  readonly profiles: (options?: Cancellable & { readonly mvpd?: string | undefined }) => Promise<FoundProfiles>
  /** Decides about the catalogue, for decoration only. */
  readonly preauthorize: (
    options: Cancellable & { readonly mvpd: string; readonly resources: ReadonlyArray<string> }
  ) => Promise<ReadonlyArray<CatalogueDecision>>
  /**
   * Decides whether a resource may be played now. Pass the token on with `playback.redeem`, after your verifier has checked it.
   * `identity` is for a promotional TempPass.
   */
  readonly authorize: (
    options: Cancellable & {
      readonly mvpd: string
      readonly resource: string
      readonly identity?: PromotionalIdentity | undefined
    }
  ) => Promise<PlaybackDecision>
  /** Signs out at Adobe Pass, only because the viewer asked. Returns what the device has to do. */
  readonly prepareSignOut: (
    request: ViewerRequest & Cancellable & { readonly mvpd: string }
  ) => Promise<ReadonlyArray<SignOutStep>>
}

/** What a new session asks for. */
export type CreatedSession =
  /** Show the code; where the device has a browser and nothing is missing, `address` is the login page. */
  | {
      readonly kind: "code"
      readonly code: string
      /** For support tickets at Adobe. */
      readonly sessionId: string
      /** When the code ends, in epoch milliseconds of this server's clock. */
      readonly endsAt: number
      /** What the second screen still has to supply. */
      readonly missing: ReadonlyArray<AuthenticationParameter>
      readonly address?: UserAgentAddress
    }
  | { readonly kind: "signed-in"; readonly access: ViewerAccess }
  /** The session said that no login is needed, but there is no profile. */
  | { readonly kind: "not-finished" }
  | { readonly kind: "integration-removed"; readonly mvpd?: string; readonly failure: EnhancedError }
  | Unsupported

/** What one look at a code came to. */
export type PollResult =
  /** Not yet. `retryAfter`: milliseconds until the next look makes sense. */
  | { readonly kind: "waiting"; readonly retryAfter: number }
  /** The device looked less than 3 s ago: nothing was sent. `retryAfter`: milliseconds until the next look is sent. */
  | { readonly kind: "too-early"; readonly retryAfter: number }
  | { readonly kind: "signed-in"; readonly access: ViewerAccess }
  /** The code is of no use any more. `unknown`: this device has no sign-in under way. */
  | {
      readonly kind: "ended"
      readonly why: "expired" | "superseded" | "refused" | "unknown"
      readonly failure?: EnhancedError
    }

/** The profiles of a device. */
export type FoundProfiles =
  /** The one that lasts longest first. */
  | { readonly kind: "signed-in"; readonly accesses: readonly [ViewerAccess, ...Array<ViewerAccess>] }
  | { readonly kind: "signed-out" }

/** Proof that the viewer is authenticated, as plain data. */
export interface ViewerAccess {
  readonly kind: AccessKind
  /** The profile type as the server spells it. */
  readonly profileType: Schemas["ProfileType"]
  /** Id of the MVPD. */
  readonly mvpd: string
  /** When the access ends, in epoch milliseconds of the server at Adobe; absent if it set no end. */
  readonly endsAt?: number
  /** The profile, with what the MVPD says about its viewer: `readProfile(access)`. Not enumerable: `JSON.stringify` omits it. */
  readonly profile: Access["profile"]
}
