import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Application, type ApplicationKey } from "../application/index.ts"
import { Lease } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"
import type { AccessToken } from "./access-token.ts"
import type { ClientCredentials } from "./client-credentials.ts"
import type { Loaded } from "./loaded.ts"
import { formatRecord, parseRecord, type RecordKind } from "./record-format.ts"
import { credentialsRecord, guardRecord, tokenRecord } from "./record-kinds.ts"
import { RecordStore } from "./record-store.ts"
import type { RegistrationGuard } from "./registration-guard.ts"

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
    readonly loadCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
    /** Fails if a pair could not be stored. A pair that is registered and then lost costs as much as one that was used. */
    readonly checkWritable: Effect.Effect<void, AuthError>
    /** Replaces the pair; the old one, or whatever unreadable was there, is kept aside. */
    readonly saveCredentials: (credentials: ClientCredentials) => Effect.Effect<void, AuthError>
    /** The pair before the last replacement. */
    readonly loadPreviousCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
    /** Removes the pair and everything kept aside: the viewers are signed out. The registration guard stays. */
    readonly removeCredentials: Effect.Effect<void, AuthError>
    readonly loadToken: Effect.Effect<Loaded<AccessToken>, AuthError>
    readonly saveToken: (token: AccessToken) => Effect.Effect<void, AuthError>
    readonly removeToken: Effect.Effect<void, AuthError>
    readonly loadRegistrationGuard: Effect.Effect<Loaded<RegistrationGuard>, AuthError>
    readonly saveRegistrationGuard: (guard: RegistrationGuard) => Effect.Effect<void, AuthError>
  }
>()("@tve-pass/auth/store/CredentialStore") {}

/** The records of one application in a store. */
export const makeCredentialStore = (
  records: RecordStore["Service"],
  application: ApplicationKey
): CredentialStore["Service"] => {
  const credentials = `${application}.credentials`
  const token = `${application}.token`
  const guard = `${application}.${guardRecord.name}`
  return {
    loadCredentials: load(records, credentialsRecord, credentials),
    // As long as a pair and its aside may be together.
    checkWritable: Effect.andThen(
      records.set(`${credentials}.probe`, "x".repeat(2_000)),
      records.remove(`${credentials}.probe`)
    ),
    saveCredentials: (value) => replace(records, credentialsRecord, credentials, value),
    loadPreviousCredentials: load(records, credentialsRecord, credentials + previous),
    removeCredentials: records
      .remove(credentials)
      .pipe(
        Effect.andThen(records.remove(credentials + previous)),
        Effect.andThen(records.remove(credentials + unreadable))
      ),
    loadToken: load(records, tokenRecord, token),
    saveToken: (value) => replace(records, tokenRecord, token, value),
    removeToken: records.remove(token),
    loadRegistrationGuard: load(records, guardRecord, guard),
    saveRegistrationGuard: (value) => replace(records, guardRecord, guard, value)
  }
}

/** Provides {@link CredentialStore} for the application and the store of the context. */
export const credentialStoreLayer: Layer.Layer<CredentialStore, never, RecordStore | Application> =
  /* @__PURE__ */ Layer.effect(
    CredentialStore,
    Effect.gen(function* () {
      const application = yield* Application
      return makeCredentialStore(yield* RecordStore, application.key)
    })
  )

// Endings of the keys of what is kept aside.
const previous = ".previous"
const unreadable = ".unreadable"

const load = <Value extends object>(records: RecordStore["Service"], kind: RecordKind<Value>, key: string) =>
  Effect.map(records.get(key), (text) => parseRecord(kind, key, text))

const replace = <Value extends object>(
  records: RecordStore["Service"],
  kind: RecordKind<Value>,
  key: string,
  value: Value
) =>
  Effect.gen(function* () {
    const text = formatRecord(kind, value)
    const replaced = yield* records.get(key)
    if (replaced === text) return
    if (replaced !== undefined) {
      const readable = parseRecord(kind, key, replaced)._tag === "Found"
      if (kind.keepsPrevious || !readable) {
        // The new record must not be lost because there is no room for a copy of the old one. Not Effect.ignore, which
        // brings all of logging along.
        yield* records.set(key + (readable ? previous : unreadable), replaced).pipe(Effect.catch(() => Effect.void))
      }
    }
    yield* yield* Lease
    yield* records.set(key, text)
  }).pipe(Effect.uninterruptible)
