import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { Access } from "../access/access.ts"
import type { AuthorizedTransport, FlowClock } from "@tve-pass/auth"
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

/** The typed client over the authorized transport: requests need no header of the device. */
export type AuthorizedClient = RestV2Client<AuthorizedTransport["suppliedHeaders"][number]>

/**
 * What every flow receives. A flow is a function of the context that returns effects: `authorize(context)(resource)`. The
 * Effect service and the promise facade are thin over them.
 */
export interface EntitlementContext {
  readonly options: ResolvedOptions
  /** Where relative addresses of responses lead. */
  readonly origin: string
  readonly restV2: AuthorizedClient
  /** Sends one operation and reads its documented success. */
  readonly call: Call
  readonly clock: FlowClock
  /** Milliseconds by which the server's clock is ahead of this device's, as the last response said. */
  readonly clockOffset: () => number
  /** Succeeds when the device or the application is back the next time. */
  readonly nextWake: Effect.Effect<void>
  readonly records: EntitlementRecords
  readonly events: EventSource<EntitlementEvent>
  readonly state: ReadableStore<EntitlementState>
  /** Reports to the machine. */
  readonly send: (event: MachineEvent) => void
  /** The viewer's access; `undefined` unless the state is `signed-in` or its end has passed, which it then reports. */
  readonly currentAccess: () => Access | undefined
  /** Keeps an access that a flow obtained: stores the profile, informs the other tabs. */
  readonly keepAccess: (access: Access) => Effect.Effect<Access>
  /**
   * Forgets the access after the server said that it is gone, or because the viewer signs out: removes the profile record,
   * calls the listeners of {@link onAccessChange} and informs the other tabs. Reports nothing to the machine.
   */
  readonly forgetAccess: Effect.Effect<void>
  /**
   * Reports that the access ended without the viewer: as {@link forgetAccess}, and the state becomes `signed-out`. Nothing is
   * signed out at Adobe Pass (R-LOG-1).
   */
  readonly loseAccess: (why: "expired" | "invalidated" | "credentials-replaced") => Effect.Effect<void>
  /** Calls the listener when permits in memory are of no use any more: sign-out, another profile, other credentials. */
  readonly onAccessChange: (listener: () => void) => () => void
  /** The MVPD that the viewer selected last. */
  readonly remembered: Effect.Effect<SelectedMvpd | undefined>
  /** Calls the listener when the server said that the list of MVPDs has changed. */
  readonly onStaleMvpds: (listener: () => void) => () => void
  /** Runs what outlives its caller, until `dispose`. */
  readonly background: Background
  /** Creates a function that shares one run of an effect among all callers that ask while it runs. */
  readonly sharedCall: <Success, Failure>() => SharedCall<Success, Failure>
  /** Runs one sign-in at a time. */
  readonly runSignIn: RunSignIn
  /** The last poll of this page, and the end of its code, by the monotonic clock. */
  readonly lastPoll: { current?: { readonly code: string; readonly startedAt: number; readonly deadline: number } }
  /** Ends a running sign-in with `cancelled`, and waits until it has ended. */
  readonly cancelSignIn: Effect.Effect<void>
  /** Keeps the application's other tabs in step. */
  readonly tabs: Tabs
  /**
   * Notes a failure that arrived inside a successful response, as `call` does for whole responses: drops the cached MVPDs
   * for `invalid_integration` and `invalid_parameter_mvpd`, publishes `configuration-problem`.
   */
  readonly noteFailure: (operation: string, failure: Failure) => void
  /** Effect's services, for effects that the facade or a listener starts. */
  readonly services: Context.Context<never>
  /** Runs an effect that `dispose` interrupts. */
  readonly untilDisposed: <Success, Failure>(effect: Effect.Effect<Success, Failure>) => Effect.Effect<Success, Failure>
  /** Ends what runs; a sign-in ends with `cancelled`. */
  readonly dispose: Effect.Effect<void>
}
