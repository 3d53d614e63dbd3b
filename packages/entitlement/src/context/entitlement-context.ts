import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { Access } from "../access/access.ts"
import type { AuthorizedTransport } from "@tve-pass/auth"
import type { FlowClock } from "@tve-pass/auth/flow-runtime"
import type { RestV2Client } from "@tve-pass/client/rest-v2"
import type { Failure } from "@tve-pass/client"
import type * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import type { EventSource } from "../events/event-source.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { MachineEvent } from "../machine/machine-event.ts"
import type { EntitlementRecords } from "../storage/entitlement-records.ts"
import type { ReadableStore } from "../state/readable-store.ts"
import type { ResolvedOptions } from "../options/resolve-options.ts"
import type { RunSignIn } from "../sign-in/one-sign-in.ts"
import type { Tabs } from "../storage/tabs.ts"
import type { Background, SharedCall } from "./background.ts"
import type { Call } from "./call.ts"

/** The typed client over the authorized transport, which supplies the headers of the device. */
export type AuthorizedClient = RestV2Client<AuthorizedTransport["suppliedHeaders"][number]>

/**
 * The context of every flow. A flow is a function of the context that returns effects: `authorize(context)(resource)`.
 * The Effect service and the promise facade call these functions.
 */
export interface EntitlementContext {
  readonly options: ResolvedOptions
  /** The base of relative addresses in responses. */
  readonly origin: string
  readonly restV2: AuthorizedClient
  /** Sends one operation and reads its documented success. */
  readonly call: Call
  readonly clock: FlowClock
  /** Milliseconds by which the server's clock is ahead of this device's, according to the last response. */
  readonly clockOffset: () => number
  /** Succeeds the next time the device wakes or the application returns to the foreground. */
  readonly nextWake: Effect.Effect<void>
  readonly records: EntitlementRecords
  readonly events: EventSource<EntitlementEvent>
  readonly state: ReadableStore<EntitlementState>
  /** Sends an event to the state machine. */
  readonly send: (event: MachineEvent) => void
  /**
   * Returns the viewer's access, or `undefined` unless the state is `signed-in`. If the access has expired, reports
   * that it is lost.
   */
  readonly currentAccess: () => Access | undefined
  /** Stores the profile of an access that a flow obtained, and informs the other tabs. */
  readonly keepAccess: (access: Access) => Effect.Effect<Access>
  /**
   * Forgets the access after the server has reported its end, or because the viewer signs out. Removes the profile
   * record, calls the listeners of {@link onAccessChange} and informs the other tabs. Sends no event to the state
   * machine.
   */
  readonly forgetAccess: Effect.Effect<void>
  /**
   * Does the same as {@link forgetAccess}, and changes the state to `signed-out`, after the access ended without a
   * request of the viewer. Sends no logout to Adobe Pass (R-LOG-1).
   */
  readonly loseAccess: (why: "expired" | "invalidated" | "credentials-replaced") => Effect.Effect<void>
  /**
   * Calls the listener when permits in memory become invalid: after a sign-out, with another profile, or with new
   * credentials.
   */
  readonly onAccessChange: (listener: () => void) => () => void
  /** The MVPD that the viewer selected last. */
  readonly remembered: Effect.Effect<SelectedMvpd | undefined>
  /** Calls the listener when a response shows that the list of MVPDs has changed. */
  readonly onStaleMvpds: (listener: () => void) => () => void
  /** Runs effects that outlive their caller, until `dispose`. */
  readonly background: Background
  /** Creates a function that shares one run of an effect among all concurrent callers. */
  readonly sharedCall: <Success, Failure>() => SharedCall<Success, Failure>
  /** Runs one sign-in at a time. */
  readonly runSignIn: RunSignIn
  /** The last poll of this page, and the end of its code, by the monotonic clock. */
  readonly lastPoll: { current?: { readonly code: string; readonly startedAt: number; readonly deadline: number } }
  /** Ends a running sign-in with `cancelled`, and waits until it has ended. */
  readonly cancelSignIn: Effect.Effect<void>
  /** Synchronizes the application's tabs. */
  readonly tabs: Tabs
  /**
   * Handles a failure inside a successful response, as `call` does for whole responses: drops the cached MVPDs after
   * `invalid_integration` and `invalid_parameter_mvpd`, and publishes `configuration-problem`.
   */
  readonly noteFailure: (operation: string, failure: Failure) => void
  /** The Effect context, for effects that the facade or a listener starts. */
  readonly services: Context.Context<never>
  /** Succeeds after `dispose`. */
  readonly disposed: Effect.Effect<void>
  /** Stops background work; a sign-in ends with `cancelled`. */
  readonly dispose: Effect.Effect<void>
}
