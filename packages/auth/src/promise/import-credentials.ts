import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { readApplication, type ApplicationOptions } from "../application/application-configuration.ts"
import { invalidConfiguration } from "../application/invalid-configuration.ts"
import { webLock } from "../coordination/index.ts"
import { runToPromise } from "../runtime/index.ts"
import { makeCredentialStore, toRecordStore, type ClientCredentials, type StoreSource } from "../store/index.ts"

/** For which application instance the pair was registered, and where to keep it. */
export type ImportCredentialsOptions = ApplicationOptions & { readonly storage: StoreSource }

/** A client credentials pair that another program has kept. */
export interface KeptCredentials {
  readonly clientId: string
  readonly clientSecret: string | Redacted.Redacted
}

/**
 * Takes over a client credentials pair that another program has registered with the same software statement, so that
 * its viewers stay signed in. Call it before the first request of {@link createAdobePass}, with the same options; for a
 * device of a pool, `instanceId` is its device identifier unless told otherwise.
 *
 * Answers whether the pair was stored: a pair that is there already stays, and one that cannot be read is kept aside.
 * Sends nothing, so that a pair the server no longer knows is noticed, and replaced, by the first request.
 *
 * Rejects with an `AuthError`: `InvalidConfiguration`, `StoreUnavailable`, `StoreCorrupted` or `LockTimeout`.
 *
 * Source: docs/protocol/dcr.md, section 8.
 *
 * @example
 * const storage = memoryStore()
 * const device = { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" }
 * const options = { environment: "release-staging", softwareStatement: "a.b.c", device, storage } as const
 * const kept = { clientId: "client", clientSecret: "secret" }
 * importCredentials(options, kept) // => true
 * importCredentials(options, kept) // => false
 */
export const importCredentials = async (options: ImportCredentialsOptions, kept: KeptCredentials): Promise<boolean> => {
  const { key } = readApplication(options)
  const pair = readKept(kept)
  const records = toRecordStore(options.storage)
  const store = makeCredentialStore(records, key)
  const { withLock } = records.lock ?? webLock()
  const save = Effect.flatMap(store.loadCredentials, ({ _tag }) =>
    _tag === "Found"
      ? Effect.succeed(false)
      : Effect.flatMap(Clock.currentTimeMillis, (registeredAt) =>
          Effect.as(store.saveCredentials({ ...pair, registeredAt }), true)
        )
  )
  return runToPromise(Context.empty())(withLock(key)(save))
}

const readKept = ({ clientId, clientSecret }: KeptCredentials): Omit<ClientCredentials, "registeredAt"> => ({
  clientId: filled("clientId", clientId),
  clientSecret: Redacted.make(
    filled("clientSecret", Redacted.isRedacted(clientSecret) ? Redacted.value(clientSecret) : clientSecret)
  ),
  // What the server granted is not known; nothing but a registration says.
  grantTypes: [],
  scopes: []
})

const filled = (field: string, text: unknown): string => {
  if (typeof text === "string" && text !== "") return text
  throw invalidConfiguration(field, "it is no text, or empty", "Pass the one that the register call has answered with")
}
