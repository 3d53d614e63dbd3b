import * as Context from "effect/Context"
import type { EventSource } from "./event-source.ts"

/** The events of one auth layer. */
export class AuthEvents extends Context.Service<AuthEvents, EventSource>()("@tve-pass/auth/events/AuthEvents") {}
