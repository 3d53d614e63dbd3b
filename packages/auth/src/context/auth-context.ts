import type { Application } from "../application/index.ts"
import type { Lock } from "../coordination/index.ts"
import type { AuthEvents } from "../events/index.ts"
import type { FetchFunction } from "../network/index.ts"
import type { Observation } from "../observation/index.ts"
import type { AuthPolicy } from "../policy/index.ts"
import type { FlowRuntime } from "../runtime/index.ts"
import { makeCredentialStore, type CredentialStore, type RecordStore } from "../store/index.ts"
import type { Throttle } from "../throttle/index.ts"

/** What all application instances of a connection share: the one of an app, or the devices of a server. */
export interface SharedContext extends FlowRuntime {
  readonly lock: Lock
  readonly throttle: Throttle
  readonly events: AuthEvents
  readonly policy: AuthPolicy
  readonly observation: Observation
  readonly fetch: FetchFunction
}

/** Everything that the auth layer of one application instance works with. */
export interface AuthContext extends SharedContext {
  readonly application: Application
  /** The key of the device in the throttle. */
  readonly deviceKey: string
  readonly store: CredentialStore
}

/** Makes the {@link AuthContext} of one application instance. */
export const makeAuthContext = <Shared extends SharedContext>(
  shared: Shared,
  application: Application,
  records: RecordStore
): Shared & AuthContext => ({
  ...shared,
  application,
  deviceKey: deviceKeyOf(application),
  store: makeCredentialStore(records, application.key)
})

/** The one device of an app; a server tells its devices apart by their address (docs/protocol/throttling.md, section 2). */
const onlyDevice = "device"

/** Returns the throttle key of an application instance. */
export const deviceKeyOf = ({ deviceHeaders }: Application): string => deviceHeaders["X-Forwarded-For"] ?? onlyDevice
