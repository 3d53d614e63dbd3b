import type { AuthError } from "@tve-pass/auth"
import type { AuthenticationSession, RestV2Client } from "@tve-pass/client/rest-v2"
import type * as Effect from "effect/Effect"

/** What the READMEs of the packages take for granted. */
export declare const restV2: RestV2Client<"Authorization" | "AP-Device-Identifier" | "X-Device-Info">
export declare const session: AuthenticationSession
export declare const program: Effect.Effect<string, AuthError>
