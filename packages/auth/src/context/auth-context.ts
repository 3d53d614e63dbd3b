import type { Application } from "../application/index.ts"
import type { Lock } from "../coordination/index.ts"
import type { AuthEvents } from "../events/index.ts"
import type { FetchFunction } from "../network/index.ts"
import type { Observation } from "../observation/index.ts"
import type { AuthPolicy } from "../policy/index.ts"
import type { FlowRuntime } from "../runtime/index.ts"
import { InstanceState } from "../state/index.ts"
import { makeCredentialStore, type CredentialStore, type RecordStore } from "../store/index.ts"
import type { Throttle } from "../throttle/index.ts"

/**
 * The part of the context that all application instances of a connection share: the one instance of an app, or the
 * devices of a server.
 */
export interface SharedContext extends FlowRuntime {
  readonly lock: Lock
  readonly throttle: Throttle
  readonly events: AuthEvents
  readonly policy: AuthPolicy
  readonly observation: Observation
  readonly fetch: FetchFunction
}

/** The context in which requests of one application instance are sent. */
export interface SendingContext extends SharedContext {
  readonly application: Application
  /** The key of the device in the throttle. */
  readonly deviceKey: string
}

/** The context of the auth layer of one application instance. */
export interface AuthContext extends SendingContext {
  readonly store: CredentialStore
  /** The state of the instance. */
  readonly state: InstanceState
}

/** Makes the {@link SendingContext} of one application instance. */
export const makeSendingContext = <Shared extends SharedContext>(
  shared: Shared,
  application: Application
): Shared & SendingContext => ({ ...shared, application, deviceKey: deviceKeyOf(application) })

/** Makes the {@link AuthContext} of one application instance. */
export const makeAuthContext = <Shared extends SharedContext>(
  shared: Shared,
  application: Application,
  records: RecordStore,
  state = new InstanceState()
): Shared & AuthContext => ({
  ...makeSendingContext(shared, application),
  store: makeCredentialStore(records, application.key),
  state
})

/**
 * The throttle key of an app, which has one device. A server distinguishes its devices by their address
 * (docs/protocol/throttling.md, section 2).
 */
const onlyDevice = "device"

/** Returns the throttle key of an application instance. */
export const deviceKeyOf = ({ deviceHeaders }: Application): string => deviceHeaders["X-Forwarded-For"] ?? onlyDevice
