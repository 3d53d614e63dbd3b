import type { FlowClock } from "@tve-pass/auth"
import type * as Effect from "effect/Effect"
import type { OperationId } from "../context/call.ts"
import type { Wake } from "../context/wake.ts"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import type { EventSource } from "../events/event-source.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { ReadableStore } from "../state/readable-store.ts"

/** What headers are built from. */
export interface HeaderParts {
  readonly events: EventSource<EntitlementEvent>
  readonly clock: FlowClock
  readonly state: ReadableStore<EntitlementState>
  readonly wake: Wake
}

/** Headers of one request. */
export type Headers = Readonly<Record<string, string>>

/** Builds the headers of one request, where the operation documents them. */
export type HeadersOf = (operation: OperationId) => Effect.Effect<Headers>

/**
 * A kind of single sign-on, which adds headers to requests. Applications that use none do not download its code: they pass what
 * `@tve-pass/entitlement/single-sign-on` creates.
 */
export interface HeaderSource {
  readonly makeHeaders: (parts: HeaderParts) => HeadersOf
}

/** Publishes why a request is sent without single sign-on, and returns no headers. */
export const withoutSingleSignOn = ({ events }: Pick<HeaderParts, "events">, problem: string): Headers => {
  events.publish({ type: "single-sign-on-unavailable", problem })
  return {}
}
