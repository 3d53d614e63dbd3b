import type { ApplicationConfiguration } from "../application/index.ts"
import { makeAuthorizedFetch, type AuthorizedTransport } from "../authorized-fetch/index.ts"
import type { Lock } from "../coordination/index.ts"
import type { EventSource } from "../events/index.ts"
import type { FetchFunction } from "../network/index.ts"
import type { Observation } from "../observation/index.ts"
import type { AuthPolicy } from "../policy/index.ts"
import { makeRegistration } from "../registration/index.ts"
import type { FlowRuntime } from "../runtime/index.ts"
import type { CredentialStore } from "../store/index.ts"
import type { DeviceThrottle } from "../throttle/index.ts"
import { makeTokenSource, type AccessTokenSource } from "../token-source/index.ts"

/** Everything that the auth layer of one application instance is made of. */
export interface Ingredients extends FlowRuntime {
  readonly application: ApplicationConfiguration
  readonly store: CredentialStore["Service"]
  readonly lock: Lock["Service"]
  readonly throttle: DeviceThrottle
  readonly events: EventSource
  readonly policy: AuthPolicy
  readonly observation: Observation
  readonly fetch: FetchFunction
}

/** The auth layer of one application instance. */
export interface Assembled {
  readonly tokens: AccessTokenSource
  readonly transport: AuthorizedTransport
}

/** The one device of an app; a server tells its devices apart by their address (docs/protocol/throttling.md, section 2). */
const onlyDevice = "device"

/** The throttle key of an application instance. */
export const deviceKeyOf = ({ deviceHeaders }: ApplicationConfiguration): string =>
  deviceHeaders["X-Forwarded-For"] ?? onlyDevice

/** Puts the parts together without layers, which apps in a browser do not need. */
export const assemble = (ingredients: Ingredients): Assembled => {
  const parts = { ...ingredients, deviceKey: deviceKeyOf(ingredients.application) }
  const tokens = makeTokenSource({ ...parts, registration: makeRegistration(parts) })
  return { tokens, transport: makeAuthorizedFetch({ ...parts, tokens }) }
}
