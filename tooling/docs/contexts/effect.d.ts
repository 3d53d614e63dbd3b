import type { ApiFailure, AuthError, AuthorizedTransport } from "@tve-pass/auth"
import type * as Effect from "effect/Effect"

/** An effect of the application that calls Adobe Pass. */
export declare const program: Effect.Effect<string, AuthError | ApiFailure, AuthorizedTransport>
