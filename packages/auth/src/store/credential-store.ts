import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { ApplicationKey } from "../application/index.ts"
import { Lease } from "../coordination/index.ts"
import { failWith, type AuthError } from "../errors/index.ts"
import { currentClock } from "../runtime/index.ts"
import {
  credentialsRecord,
  formatRecord,
  guardRecord,
  parseRecord,
  tokenRecord,
  type RecordKind
} from "./record-format.ts"
import type { RecordOptions, RecordStore } from "./record-store.ts"
import type { AccessToken, ClientCredentials, KnownServiceProviders, Loaded, RegistrationGuard } from "./records.ts"

/**
 * The records of one application (rule 1, key): credentials, token and registration guard. Every load reads the store
 * again. Save only inside the application's lock.
 *
 * Fails with `StoreUnavailable` or `StoreCorrupted`. Saving also fails with `LockTimeout` if the lock was lost
 * meanwhile. An unreadable record is a result and not a failure; it is quarantined when it is replaced.
 */
export interface CredentialStore {
  /** Reads the credentials of this application instance. */
  readonly loadCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
  /** Whether the records are lost when the process ends although the application did not pass `memoryStore()`. */
  readonly isVolatile: boolean
  /**
   * Writes a record and reads it back. Fails if that is not possible, because credentials that are registered and then
   * lost sign the viewer out.
   */
  readonly checkWritable: Effect.Effect<void, AuthError>
  /** Replaces the credentials. Keeps the previous ones, and quarantines an unreadable record. */
  readonly saveCredentials: (credentials: ClientCredentials) => Effect.Effect<void, AuthError>
  /**
   * Changes the service providers in the record of the credentials. Does nothing if the credentials belong to another
   * client, are missing or unreadable, or if `change` returns its argument. Never replaces the credentials.
   */
  readonly updateServiceProviders: (
    clientId: string,
    change: (known: KnownServiceProviders) => KnownServiceProviders
  ) => Effect.Effect<void, AuthError>
  /** Reads the credentials before the last replacement. */
  readonly loadPreviousCredentials: Effect.Effect<Loaded<ClientCredentials>, AuthError>
  /** Removes the current, previous and quarantined credentials, which signs the viewers out. Keeps the guard. */
  readonly removeCredentials: Effect.Effect<void, AuthError>
  /** Reads the last saved token, which may have expired. */
  readonly loadToken: Effect.Effect<Loaded<AccessToken>, AuthError>
  /** Replaces the token. */
  readonly saveToken: (token: AccessToken) => Effect.Effect<void, AuthError>
  /** Removes the token. Keeps the credentials. */
  readonly removeToken: Effect.Effect<void, AuthError>
  /** Reads when the credentials of this application instance were last replaced. */
  readonly loadRegistrationGuard: Effect.Effect<Loaded<RegistrationGuard>, AuthError>
  /** Replaces the guard. */
  readonly saveRegistrationGuard: (guard: RegistrationGuard) => Effect.Effect<void, AuthError>
}

/** The service of {@link CredentialStore}. */
export const CredentialStore: Context.Service<CredentialStore, CredentialStore> = /* @__PURE__ */ Context.Service(
  "@tve-pass/auth/CredentialStore"
)

/** Creates the {@link CredentialStore} of one application in a store. */
export const makeCredentialStore = (records: RecordStore, application: ApplicationKey): CredentialStore => {
  const credentials = `${application}.credentials`
  const token = `${application}.token`
  const guard = `${application}.${guardRecord.name}`
  const loadCredentials = load(records, credentialsRecord, credentials)
  // `true` until a token was read.
  let mayTokenBeUnreadable = true
  return {
    loadCredentials,
    isVolatile: records.isVolatile === true,
    // As long as credentials and their quarantined copy together. Read back, because a store that silently drops
    // records would cause a registration at each start.
    checkWritable: Effect.flatMap(currentClock, (clock) =>
      Effect.andThen(
        setAndVerify(records, `${credentials}.probe`, "x".repeat(2_000), {
          usefulUntil: clock.currentTimeMillisUnsafe() + probeLifetime
        }),
        records.remove(`${credentials}.probe`)
      )
    ),
    saveCredentials: (value) => replace(records, credentialsRecord, credentials, value, setAndVerify),
    updateServiceProviders: (clientId, change) =>
      Effect.gen(function* () {
        const loaded = yield* loadCredentials
        if (loaded._tag !== "Found" || loaded.value.clientId !== clientId) return
        const known = loaded.value.serviceProviders ?? nothingKnown
        const serviceProviders = change(known)
        if (serviceProviders === known) return
        const text = formatRecord(credentialsRecord, { ...loaded.value, serviceProviders })
        yield* overwrite(records.set(credentials, text))
      }).pipe(Effect.uninterruptible),
    loadPreviousCredentials: load(records, credentialsRecord, credentials + previous),
    removeCredentials: records
      .remove(credentials)
      .pipe(
        Effect.andThen(records.remove(credentials + previous)),
        Effect.andThen(records.remove(credentials + unreadable))
      ),
    loadToken: Effect.tap(load(records, tokenRecord, token), ({ _tag }) =>
      Effect.sync(() => (mayTokenBeUnreadable = _tag === "Unreadable"))
    ),
    saveToken: (value) => {
      const write: Write = ({ set }, key, text) => set(key, text, { usefulUntil: value.expiresAt })
      return Effect.suspend(() =>
        mayTokenBeUnreadable
          ? replace(records, tokenRecord, token, value, write)
          : overwrite(write(records, token, formatRecord(tokenRecord, value)))
      )
    },
    removeToken: records.remove(token),
    loadRegistrationGuard: load(records, guardRecord, guard),
    saveRegistrationGuard: (value) => replace(records, guardRecord, guard, value)
  }
}

/** The service providers of new credentials: none. */
export const nothingKnown: KnownServiceProviders = { accepted: [], refused: [] }

/** Milliseconds after which a store may drop the probe of a killed process. */
const probeLifetime = 60_000

// Suffixes of the keys of previous and quarantined records.
const previous = ".previous"
const unreadable = ".unreadable"

const load = <Value extends object>(records: RecordStore, kind: RecordKind<Value>, key: string) =>
  Effect.flatMap(records.get(key), (text) => Effect.succeed(parseRecord(kind, key, text)))

const replace = <Value extends object>(
  records: RecordStore,
  kind: RecordKind<Value>,
  key: string,
  value: Value,
  write: Write = ({ set }, writtenKey, text) => set(writtenKey, text)
) =>
  Effect.gen(function* () {
    const text = formatRecord(kind, value)
    const replaced = yield* records.get(key)
    if (replaced === text) return
    if (replaced !== undefined) {
      const readable = parseRecord(kind, key, replaced)._tag === "Found"
      if (kind.keepsPrevious || !readable) {
        // The new record must be stored even if there is no room for a copy of the old one. `Effect.ignore` would
        // import all of logging.
        yield* records.set(key + (readable ? previous : unreadable), replaced).pipe(Effect.catch(() => Effect.void))
      }
    }
    yield* overwrite(write(records, key, text))
  }).pipe(Effect.uninterruptible)

/** Writes if the lock is still held. A write that has begun is not interrupted. */
const overwrite = (write: Effect.Effect<void, AuthError>): Effect.Effect<void, AuthError> =>
  Effect.uninterruptible(Effect.flatMap(Lease, (check) => Effect.andThen(check, write)))

type Write = (records: RecordStore, key: string, text: string) => Effect.Effect<void, AuthError>

const setAndVerify = (records: RecordStore, location: string, text: string, options?: RecordOptions) =>
  Effect.gen(function* () {
    yield* records.set(location, text, options)
    if ((yield* records.get(location)) === text) return
    yield* failWith({
      _tag: "StoreUnavailable",
      operation: "write",
      location,
      remedy: "Check the store: what was written cannot be read back",
      cause: { name: "Error", code: undefined }
    })
  })
