import type { FlowClock } from "@tve-pass/auth/flow-runtime"
import type * as Effect from "effect/Effect"
import type { OperationId } from "../context/call.ts"
import type { Wake } from "../context/wake.ts"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import type { EventSource } from "../events/event-source.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { ReadableStore } from "../state/readable-store.ts"

/** The parts of the context that builders of headers need. */
export interface HeaderParts {
  readonly events: EventSource<EntitlementEvent>
  readonly clock: FlowClock
  readonly state: ReadableStore<EntitlementState>
  readonly wake: Wake
}

/** Headers of one request. */
export type Headers = Readonly<Record<string, string>>

/** Builds the headers that the operation documents for one request. */
export type HeadersOf = (operation: OperationId) => Effect.Effect<Headers>

/**
 * A kind of single sign-on, which adds headers to requests. `@tve-pass/entitlement/single-sign-on` creates it, so that
 * other applications do not bundle its code.
 */
export interface HeaderSource {
  readonly makeHeaders: (parts: HeaderParts) => HeadersOf
}

/** Publishes the reason why a request is sent without single sign-on. Returns no headers. */
export const withoutSingleSignOn = ({ events }: Pick<HeaderParts, "events">, problem: string): Headers => {
  events.publish({ type: "single-sign-on-unavailable", problem })
  return {}
}
