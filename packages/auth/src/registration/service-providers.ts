import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"
import type { AuthContext } from "../context/index.ts"
import type { InstanceState } from "../state/index.ts"
import { nothingKnown, type ClientCredentials, type KnownServiceProviders } from "../store/index.ts"

/**
 * The service providers that accepted or refused an application's credentials. A registered application may include one
 * brand of a programmer and not another. A new registration for the other brand would sign out the viewers of the first
 * (rule 4, re-registration).
 *
 * They are part of the record of the client credentials, which is written only inside the lock, only for the same
 * client, and never while it is unreadable. They are advisory: a lost write causes at most one registration, and no
 * call fails because of it.
 */
export interface ServiceProviders {
  /** Records the current credentials. Drops the service providers that accepted another client. */
  readonly use: (credentials: ServiceProvidersOfClient) => void
  /** Returns the service providers for the record of the next credentials: those that a registration does not help. */
  readonly ofNextClient: () => KnownServiceProviders | undefined
  /** Records that the client credentials worked for the service provider. Synchronous, for the warm path. */
  readonly accept: (clientId: string, serviceProvider: string) => void
  /**
   * Returns whether new client credentials may help the service provider without signing out viewers of another one.
   */
  readonly mayRegister: (clientId: string, serviceProvider: string) => Effect.Effect<boolean, AuthError>
  /** Records that the service provider refuses new client credentials as well. */
  readonly refuse: (clientId: string, serviceProvider: string) => Effect.Effect<void>
}

/** The part of client credentials that {@link ServiceProviders} uses. */
export type ServiceProvidersOfClient = Pick<ClientCredentials, "clientId" | "serviceProviders">

/** Returns whether the client credentials are known to work for the service provider. */
export const isAccepted = (
  { serviceProviders, client }: InstanceState,
  clientId: string,
  serviceProvider: string
): boolean => client === clientId && hasAccepted(serviceProviders, serviceProvider)

/** Creates the {@link ServiceProviders} of one application over the state of the context. */
export const makeServiceProviders = ({
  application,
  state,
  store,
  lock,
  context,
  lifetime
}: AuthContext): ServiceProviders => {
  const inLock = lock.withLock(application.key)

  const remember = (known: KnownServiceProviders): void => {
    state.serviceProviders = sharedValue(known)
  }

  const use = ({ clientId, serviceProviders = nothingKnown }: ServiceProvidersOfClient): void => {
    const { accepted, refused } = state.serviceProviders
    remember({
      accepted: union(state.client === clientId ? accepted : [], serviceProviders.accepted),
      refused: union(refused, serviceProviders.refused)
    })
    state.client = clientId
  }

  // If many processes have the same change, all but the first find it stored, and need no lock.
  const update = (clientId: string, change: Change): Effect.Effect<void> =>
    Effect.flatMap(store.loadCredentials, (loaded) => {
      if (loaded._tag !== "Found" || loaded.value.clientId !== clientId) return Effect.void
      const known = loaded.value.serviceProviders ?? nothingKnown
      return change(known) === known ? Effect.void : inLock(store.updateServiceProviders(clientId, change))
    }).pipe(Effect.catch(() => Effect.void))

  return {
    use,
    ofNextClient: () => {
      const { refused } = state.serviceProviders
      return refused.length === 0 ? undefined : { accepted: [], refused }
    },
    accept: (clientId, serviceProvider) => {
      if (state.client !== clientId || isAccepted(state, clientId, serviceProvider)) return
      const change = withAccepted(serviceProvider)
      remember(change(state.serviceProviders))
      Effect.runForkWith(context)(lifetime.fork(update(clientId, change)))
    },
    mayRegister: (clientId, serviceProvider) =>
      Effect.flatMap(store.loadCredentials, (loaded) => {
        if (loaded._tag === "Found") {
          // Another process has replaced the credentials, so no registration is needed.
          if (loaded.value.clientId !== clientId) return Effect.succeed(true)
          use(loaded.value)
        }
        if (state.client !== clientId) return Effect.succeed(true)
        // A service provider that accepted the credentials and refuses them now does not count as accepting them.
        const change = withoutAccepted(serviceProvider)
        const known = change(state.serviceProviders)
        remember(known)
        if (known.refused.includes(serviceProvider)) return Effect.succeed(false)
        return known.accepted.length === 0 ? Effect.succeed(true) : Effect.as(update(clientId, change), false)
      }),
    refuse: (clientId, serviceProvider) =>
      Effect.suspend(() => {
        const change = withRefused(serviceProvider)
        remember(change(state.serviceProviders))
        return update(clientId, change)
      })
  }
}

/** A change of the service providers. Returns its argument if there is nothing to change. */
type Change = (known: KnownServiceProviders) => KnownServiceProviders

const hasAccepted = ({ accepted, refused }: KnownServiceProviders, serviceProvider: string): boolean =>
  accepted.includes(serviceProvider) && !refused.includes(serviceProvider)

const withAccepted =
  (serviceProvider: string): Change =>
  (known) =>
    hasAccepted(known, serviceProvider)
      ? known
      : { accepted: union(known.accepted, [serviceProvider]), refused: without(known.refused, serviceProvider) }

const withoutAccepted =
  (serviceProvider: string): Change =>
  (known) =>
    known.accepted.includes(serviceProvider) ? { ...known, accepted: without(known.accepted, serviceProvider) } : known

const withRefused =
  (serviceProvider: string): Change =>
  (known) =>
    known.refused.includes(serviceProvider) ? known : { ...known, refused: [...known.refused, serviceProvider] }

// Most devices of a server use the same service provider.
let latest = nothingKnown
const sharedValue = (known: KnownServiceProviders): KnownServiceProviders => {
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
