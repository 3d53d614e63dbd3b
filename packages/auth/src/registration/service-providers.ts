import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"
import type { AuthContext } from "../context/index.ts"
import { nothingKnown, type InstanceState, type KnownServiceProviders } from "../state/index.ts"

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

/** Whether it is known, in memory and in the store, that these client credentials work for the service provider. */
export const isAccepted = (
  { serviceProviders: { accepted, refused }, acceptedClient, untriedClient }: InstanceState,
  clientId: string,
  serviceProvider: string
): boolean =>
  acceptedClient === clientId &&
  untriedClient !== clientId &&
  accepted.includes(serviceProvider) &&
  !refused.includes(serviceProvider)

/** Builds the {@link ServiceProviders} of one application on the state of the context. */
export const makeServiceProviders = ({ state, store, context, lifetime }: AuthContext): ServiceProviders => {
  const remember = (known: KnownServiceProviders): KnownServiceProviders => (state.serviceProviders = shared(known))

  // Of the stored record, `accepted` is worth nothing for other credentials.
  const merge = Effect.flatMap(store.loadServiceProviders, (loaded): Effect.Effect<KnownServiceProviders> => {
    if (loaded._tag !== "Found") return Effect.succeed(state.serviceProviders)
    const { clientId, accepted, refused } = loaded.value
    return Effect.succeed({
      accepted: union(state.serviceProviders.accepted, clientId === state.acceptedClient ? accepted : []),
      refused: union(state.serviceProviders.refused, refused)
    })
  })

  // Advice is not worth a failure.
  const save: Effect.Effect<void> = Effect.suspend(() =>
    store.saveServiceProviders({ clientId: state.acceptedClient ?? "", ...state.serviceProviders })
  ).pipe(Effect.catch(() => Effect.void))

  const update = (change: (known: KnownServiceProviders) => KnownServiceProviders): Effect.Effect<void> =>
    merge.pipe(
      Effect.catch(() => Effect.sync(() => state.serviceProviders)),
      Effect.flatMap((known) => {
        remember(change(known))
        return save
      })
    )

  const knownOf = (clientId: string): KnownServiceProviders => {
    if (state.acceptedClient === clientId) return state.serviceProviders
    state.acceptedClient = clientId
    return remember({ accepted: [], refused: state.serviceProviders.refused })
  }

  return {
    use: (clientId) => {
      state.untriedClient = clientId
    },
    accept: (clientId, serviceProvider) => {
      const { accepted, refused } = knownOf(clientId)
      if (!accepted.includes(serviceProvider)) remember({ accepted: [...accepted, serviceProvider], refused })
      if (state.untriedClient !== clientId && !refused.includes(serviceProvider)) return
      state.untriedClient = undefined
      const updated = update((known) => ({ ...known, refused: without(known.refused, serviceProvider) }))
      Effect.runForkWith(context)(lifetime.fork(updated))
    },
    mayRegister: (clientId, serviceProvider) =>
      Effect.suspend(() => {
        knownOf(clientId)
        return Effect.flatMap(merge, (known) => {
          // What was accepted and is refused now says nothing about the credentials any more.
          const accepted = without(known.accepted, serviceProvider)
          const mayRegister = accepted.length === 0 && !known.refused.includes(serviceProvider)
          remember({ accepted, refused: known.refused })
          return accepted.length === known.accepted.length ? Effect.succeed(mayRegister) : Effect.as(save, mayRegister)
        })
      }),
    refuse: (clientId, serviceProvider) =>
      Effect.suspend(() => {
        if (knownOf(clientId).refused.includes(serviceProvider)) return Effect.void
        return update((known) => ({ ...known, refused: union(known.refused, [serviceProvider]) }))
      })
  }
}

// Most devices of a server use the same service provider.
let latest = nothingKnown
const shared = (known: KnownServiceProviders): KnownServiceProviders => {
  if (known.accepted.length + known.refused.length === 0) return nothingKnown
  const isSame = isSameList(known.accepted, latest.accepted) && isSameList(known.refused, latest.refused)
  return isSame ? latest : (latest = known)
}

const isSameList = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

const union = (some: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set([...some, ...others])
]

const without = (some: ReadonlyArray<string>, one: string): ReadonlyArray<string> =>
  some.filter((other) => other !== one)
