import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Application } from "../application/index.ts"
import type { AuthError } from "../errors/index.ts"
import type { AccessToken } from "./access-token.ts"
import type { ClientCredentials } from "./client-credentials.ts"
import type { Loaded } from "./loaded.ts"
import { makeCredentialStore } from "./make-credential-store.ts"
import { RecordStore } from "./record-store.ts"
import type { RegistrationGuard } from "./registration-guard.ts"
import type { ServiceProviderRecord } from "./service-provider-record.ts"

/**
 * The records of one application (one key, rule 1): credentials, token and registration guard. Every load reads the
 * store again. Saving belongs inside the application's lock.
 *
 * Fails with `StoreUnavailable` or `StoreCorrupted`, and saving with `LockTimeout` if the lock was lost meanwhile. An
 * unreadable record is not a failure but a result; whoever replaces it keeps it aside.
 */
export class CredentialStore extends Context.Service<
  CredentialStore,
  {
    /** The pair of this application instance. */
    readonly loadCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
    /** Nothing survives the end of the process, and the application has not asked for that by name. */
    readonly isVolatile: boolean
    /**
     * Fails if credentials could not be stored and read back. Credentials that are registered and then lost cost as much
     * as ones that were used.
     */
    readonly checkWritable: Effect.Effect<void, AuthError>
    /** Replaces the pair; the old one, or whatever unreadable was there, is kept aside. */
    readonly saveCredentials: (credentials: ClientCredentials) => Effect.Effect<void, AuthError>
    /** The pair before the last replacement. */
    readonly loadPreviousCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
    /** Removes the pair and everything kept aside: the viewers are signed out. The registration guard stays. */
    readonly removeCredentials: Effect.Effect<void, AuthError>
    /** The last token that was saved, be it valid or not. */
    readonly loadToken: Effect.Effect<Loaded<AccessToken>, AuthError>
    /** Replaces the token. */
    readonly saveToken: (token: AccessToken) => Effect.Effect<void, AuthError>
    /** Removes the token; the pair stays. */
    readonly removeToken: Effect.Effect<void, AuthError>
    /** When this application instance was last registered again. */
    readonly loadRegistrationGuard: Effect.Effect<Loaded<RegistrationGuard>, AuthError>
    /** Replaces the guard. */
    readonly saveRegistrationGuard: (guard: RegistrationGuard) => Effect.Effect<void, AuthError>
    /** Which service providers the pair has worked for. */
    readonly loadServiceProviders: Effect.Effect<Loaded<ServiceProviderRecord>, AuthError>
    /** Replaces that record. */
    readonly saveServiceProviders: (record: ServiceProviderRecord) => Effect.Effect<void, AuthError>
  }
>()("@tve-pass/auth/store/CredentialStore") {}

/** Provides {@link CredentialStore} for the application and the store of the context. */
export const credentialStoreLayer: Layer.Layer<CredentialStore, never, RecordStore | Application> = Layer.effect(
  CredentialStore,
  Effect.gen(function* () {
    const application = yield* Application
    return makeCredentialStore(yield* RecordStore, application.key)
  })
)
