import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { makeApplication, type ApplicationOptions } from "../application/index.ts"
import { webLock } from "../coordination/index.ts"
import { invalidConfiguration } from "../options/option.ts"
import { runToPromise } from "../runtime/index.ts"
import { makeCredentialStore, toRecordStore, type ClientCredentials, type StoreSource } from "../store/index.ts"

/** Options of {@link importCredentials}: the application instance that the credentials belong to, and the store. */
export type ImportCredentialsOptions = ApplicationOptions & { readonly storage: StoreSource }

/** Client credentials that another program has stored. */
export interface KeptCredentials {
  readonly clientId: string
  readonly clientSecret: string | Redacted.Redacted
}

/**
 * Takes over client credentials that another program has registered with the same software statement, so that
 * its viewers stay signed in. Call it before the first request of {@link createAdobePass}, with the same options; for a
 * device of a pool, `instanceId` is its device identifier by default.
 *
 * Resolves to `true` if the credentials were stored. Existing credentials are kept; an unreadable record is quarantined.
 * Sends nothing: the first request finds out whether the server still accepts the credentials, and replaces them if not.
 *
 * Rejects with an `AuthError`: `InvalidConfiguration`, `StoreUnavailable`, `StoreCorrupted` or `LockTimeout`.
 *
 * Source: docs/protocol/dcr.md, section 8.
 *
 * @example
 * ```ts
 * const storage = memoryStore()
 * const device = { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" }
 * const options = { environment: "release-staging", softwareStatement: "a.b.c", device, storage } as const
 * const kept = { clientId: "client", clientSecret: "secret" }
 * importCredentials(options, kept) // => true
 * importCredentials(options, kept) // => false
 * ```
 */
export const importCredentials = async (options: ImportCredentialsOptions, kept: KeptCredentials): Promise<boolean> => {
  const { key } = Result.getOrThrow(makeApplication(options))
  const credentials = readKept(kept)
  const records = toRecordStore(options.storage)
  const store = makeCredentialStore(records, key)
  const { withLock } = records.lock ?? webLock()
  const save = Effect.flatMap(store.loadCredentials, ({ _tag }) =>
    _tag === "Found"
      ? Effect.succeed(false)
      : Effect.flatMap(Clock.currentTimeMillis, (registeredAt) =>
          Effect.as(store.saveCredentials({ ...credentials, registeredAt }), true)
        )
  )
  return runToPromise(Context.empty())(withLock(key)(save))
}

const readKept = ({ clientId, clientSecret }: KeptCredentials): Omit<ClientCredentials, "registeredAt"> => ({
  clientId: filled("clientId", clientId),
  clientSecret: Redacted.make(
    filled("clientSecret", Redacted.isRedacted(clientSecret) ? Redacted.value(clientSecret) : clientSecret)
  ),
  // Unknown: only the response to a registration has them.
  grantTypes: [],
  scopes: []
})

const filled = (field: string, value: unknown): string => {
  if (typeof value === "string" && value !== "") return value
  throw invalidConfiguration(field, "it is not a string, or empty", "Pass the value that the register call returned")
}
