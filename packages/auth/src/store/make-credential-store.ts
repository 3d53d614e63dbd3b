import * as Effect from "effect/Effect"
import type { ApplicationKey } from "../application/index.ts"
import { Lease } from "../coordination/index.ts"
import { failWith, type AuthError } from "../errors/index.ts"
import type { CredentialStore } from "./credential-store.ts"
import { formatRecord, parseRecord, type RecordKind } from "./record-format.ts"
import { credentialsRecord, guardRecord, serviceProviderRecord, tokenRecord } from "./record-kinds.ts"
import type { RecordStore } from "./record-store.ts"

/** The records of one application in a store. */
export const makeCredentialStore = (
  records: RecordStore["Service"],
  application: ApplicationKey
): CredentialStore["Service"] => {
  const credentials = `${application}.credentials`
  const token = `${application}.token`
  const guard = `${application}.${guardRecord.name}`
  const serviceProviders = `${application}.${serviceProviderRecord.name}`
  return {
    loadCredentials: load(records, credentialsRecord, credentials),
    isVolatile: records.isVolatile === true,
    // As long as credentials and their quarantined copy may be together. It is read back, because a store that drops
    // what it is given would cost a registration at each start.
    checkWritable: Effect.andThen(
      setAndVerify(records, `${credentials}.probe`, "x".repeat(2_000)),
      records.remove(`${credentials}.probe`)
    ),
    saveCredentials: (value) => replace(records, credentialsRecord, credentials, value, setAndVerify),
    loadPreviousCredentials: load(records, credentialsRecord, credentials + previous),
    removeCredentials: records
      .remove(credentials)
      .pipe(
        Effect.andThen(records.remove(credentials + previous)),
        Effect.andThen(records.remove(credentials + unreadable))
      ),
    loadToken: load(records, tokenRecord, token),
    saveToken: (value) =>
      replace(records, tokenRecord, token, value, ({ set }, key, text) =>
        set(key, text, { usefulUntil: value.expiresAt })
      ),
    removeToken: records.remove(token),
    loadRegistrationGuard: load(records, guardRecord, guard),
    saveRegistrationGuard: (value) => replace(records, guardRecord, guard, value),
    loadServiceProviders: load(records, serviceProviderRecord, serviceProviders),
    saveServiceProviders: (value) => replace(records, serviceProviderRecord, serviceProviders, value)
  }
}

// Endings of the keys of what is kept aside.
const previous = ".previous"
const unreadable = ".unreadable"

const load = <Value extends object>(records: RecordStore["Service"], kind: RecordKind<Value>, key: string) =>
  Effect.flatMap(records.get(key), (text) => Effect.succeed(parseRecord(kind, key, text)))

const replace = <Value extends object>(
  records: RecordStore["Service"],
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
        // The new record must not be lost because there is no room for a copy of the old one. Not Effect.ignore, which
        // brings all of logging along.
        yield* records.set(key + (readable ? previous : unreadable), replaced).pipe(Effect.catch(() => Effect.void))
      }
    }
    yield* yield* Lease
    yield* write(records, key, text)
  }).pipe(Effect.uninterruptible)

type Write = (records: RecordStore["Service"], key: string, text: string) => Effect.Effect<void, AuthError>

const setAndVerify: Write = (records, location, text) =>
  Effect.gen(function* () {
    yield* records.set(location, text)
    if ((yield* records.get(location)) === text) return
    yield* failWith({
      _tag: "StoreUnavailable",
      operation: "write",
      location,
      remedy: "Check the store: what was written cannot be read back",
      cause: { name: "Error", code: undefined }
    })
  })
