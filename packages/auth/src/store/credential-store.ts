import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"
import type { AccessToken } from "./access-token.ts"
import type { ClientCredentials } from "./client-credentials.ts"
import type { Loaded } from "./loaded.ts"
import type { RegistrationGuard } from "./registration-guard.ts"

/**
 * The records of one application (one key, rule 1): credentials, token and registration guard. Every load reads the
 * store again. Saving belongs inside the application's lock.
 *
 * Fails with `StoreUnavailable` or `StoreCorrupted`; an unreadable record is not a failure but a result.
 */
export class CredentialStore extends Context.Service<
  CredentialStore,
  {
    readonly loadCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
    /** Replaces the pair; the old one, or whatever unreadable was there, is kept aside. */
    readonly saveCredentials: (credentials: ClientCredentials) => Effect.Effect<void, AuthError>
    /** The pair before the last replacement. */
    readonly loadPreviousCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
    /** Removes the pair and everything kept aside: the viewers are signed out. */
    readonly removeCredentials: Effect.Effect<void, AuthError>
    readonly loadToken: Effect.Effect<Loaded<AccessToken>, AuthError>
    readonly saveToken: (token: AccessToken) => Effect.Effect<void, AuthError>
    readonly removeToken: Effect.Effect<void, AuthError>
    readonly loadRegistrationGuard: Effect.Effect<Loaded<RegistrationGuard>, AuthError>
    readonly saveRegistrationGuard: (guard: RegistrationGuard) => Effect.Effect<void, AuthError>
  }
>()("@tve-pass/auth/store/CredentialStore") {}
