import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { ApplicationConfiguration } from "../application/index.ts"
import { makeAuthorizedFetch, type AuthorizedTransport } from "../authorized-fetch/index.ts"
import type { Lock } from "../coordination/index.ts"
import type { EventSource } from "../events/index.ts"
import type { FetchFunction } from "../network/fetch-function.ts"
import type { Observation } from "../observation/observation.ts"
import type { AuthPolicy } from "../policy/index.ts"
import { makeRegistration } from "../registration/index.ts"
import type { CredentialStore } from "../store/index.ts"
import type { DeviceThrottle } from "../throttle/index.ts"
import { makeTokenSource, type AccessTokenSource } from "../token-source/index.ts"

/** Everything that the auth layer of one application instance is made of. */
export interface Ingredients {
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

/** Puts the parts together without layers, which apps in a browser do not need. Ends with the surrounding scope. */
export const assemble = (ingredients: Ingredients): Effect.Effect<Assembled, never, Scope.Scope> => {
  const parts = { ...ingredients, deviceKey: deviceKeyOf(ingredients.application) }
  return Effect.gen(function* () {
    const tokens = yield* makeTokenSource({ ...parts, registration: makeRegistration(parts) })
    return { tokens, transport: yield* makeAuthorizedFetch({ ...parts, tokens }) }
  })
}
