import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"
import type { FlowRuntime } from "../runtime/index.ts"
import type { CredentialStore, ServiceProviderRecord } from "../store/index.ts"

/**
 * What is known about the service providers of an application: one registered application may cover one brand of a
 * programmer and not the other. A new registration for the other one would cost the viewers of the first (rule 4).
 */
export interface ServiceProviders {
  /** These client credentials worked for the service provider. Synchronous, for the warm path. */
  readonly accept: (clientId: string, serviceProvider: string) => void
  /** These client credentials are used from now on, so that the record may have to be brought up to date. */
  readonly use: (clientId: string) => void
  /** Whether new client credentials can help the service provider without a loss for another one. */
  readonly mayRegister: (clientId: string, serviceProvider: string) => Effect.Effect<boolean, AuthError>
  /** The service provider refuses new client credentials as well. */
  readonly refuse: (clientId: string, serviceProvider: string) => Effect.Effect<void>
}

/** Builds the {@link ServiceProviders} of one application. */
export const makeServiceProviders = (store: CredentialStore, { context, lifetime }: FlowRuntime): ServiceProviders => {
  let memory: ServiceProviderRecord = { clientId: "", accepted: [], refused: [] }
  // The client whose first success is still to be stored.
  let unstored: string | undefined

  // Of the stored record, `accepted` is worth nothing for other credentials.
  const merge = Effect.map(store.loadServiceProviders, (loaded): ServiceProviderRecord => {
    if (loaded._tag !== "Found") return memory
    const { clientId, accepted, refused } = loaded.value
    return {
      clientId: memory.clientId,
      accepted: union(memory.accepted, clientId === memory.clientId ? accepted : []),
      refused: union(memory.refused, refused)
    }
  })

  // Advice is not worth a failure.
  const save: Effect.Effect<void> = Effect.suspend(() => store.saveServiceProviders(memory)).pipe(
    Effect.catch(() => Effect.void)
  )

  const update = (change: (record: ServiceProviderRecord) => ServiceProviderRecord): Effect.Effect<void> =>
    merge.pipe(
      Effect.catch(() => Effect.sync(() => memory)),
      Effect.flatMap((record) => {
        memory = change(record)
        return save
      })
    )

  const know = (clientId: string): void => {
    if (memory.clientId !== clientId) memory = { ...memory, clientId, accepted: [] }
  }

  return {
    use: (clientId) => {
      unstored = clientId
    },
    accept: (clientId, serviceProvider) => {
      know(clientId)
      const isNew = !memory.accepted.includes(serviceProvider)
      if (isNew) memory = { ...memory, accepted: [...memory.accepted, serviceProvider] }
      if (unstored !== clientId && !memory.refused.includes(serviceProvider)) return
      unstored = undefined
      const updated = update((record) => ({ ...record, refused: without(record.refused, serviceProvider) }))
      Effect.runForkWith(context)(lifetime.fork(updated))
    },
    mayRegister: (clientId, serviceProvider) =>
      Effect.suspend(() => {
        know(clientId)
        return Effect.flatMap(merge, (record) => {
          // What was accepted and is refused now says nothing about the credentials any more.
          const accepted = without(record.accepted, serviceProvider)
          const mayRegister = accepted.length === 0 && !record.refused.includes(serviceProvider)
          memory = { ...record, accepted }
          return accepted.length === record.accepted.length ? Effect.succeed(mayRegister) : Effect.as(save, mayRegister)
        })
      }),
    refuse: (clientId, serviceProvider) =>
      Effect.suspend(() => {
        know(clientId)
        if (memory.refused.includes(serviceProvider)) return Effect.void
        return update((record) => ({ ...record, refused: union(record.refused, [serviceProvider]) }))
      })
  }
}

const union = (some: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set([...some, ...others])
]

const without = (some: ReadonlyArray<string>, one: string): ReadonlyArray<string> =>
  some.filter((other) => other !== one)
