import type * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { Flows } from "../flows.ts"
import { invalid } from "../options/resolve-options.ts"
import type { EndedSignIn } from "../sign-in/sign-in-result.ts"
import type { Entitlement } from "./entitlement.ts"

/** The internals of an {@link Entitlement}, for the flows of separate entry points. */
export interface EntitlementConnection {
  readonly context: EntitlementContext
  readonly mvpds: Flows["mvpds"]
  /** Runs a flow as a promise; an aborted signal rejects with its reason. */
  readonly run: <Success>(effect: Effect.Effect<Success, EntitlementError>, signal?: AbortSignal) => Promise<Success>
  /** Runs a sign-in; an aborted signal ends it with `cancelled`. */
  readonly runSignIn: <Result>(
    effect: Effect.Effect<Result, EntitlementError>,
    signal: AbortSignal | undefined
  ) => Promise<Result | EndedSignIn>
}

const connections = /* @__PURE__ */ new WeakMap<Entitlement, EntitlementConnection>()

/** Stores the internals of an entitlement. */
export const keepConnection = (entitlement: Entitlement, connection: EntitlementConnection): Entitlement => {
  connections.set(entitlement, connection)
  return entitlement
}

/**
 * Returns the internals of an entitlement.
 *
 * @throws EntitlementError with reason `InvalidConfiguration` for an object that `createEntitlement` did not create
 */
export const connectionOf = (entitlement: Entitlement): EntitlementConnection => {
  const connection = connections.get(entitlement)
  if (connection === undefined) throw invalid("entitlement", "pass what createEntitlement returned")
  return connection
}
