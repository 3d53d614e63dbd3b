import { toBase64 } from "../encoding/base64.ts"
import type { Mvpd } from "../state/mvpds.ts"
import type { StoredProfile } from "../state/profiles.ts"
import type { SimulatorState } from "../state/state.ts"
import type { IntegrationSelector, ProfileSelector } from "./controls.ts"

/** Creates the error of a control whose argument names something that does not exist. */
export const controlFailure = (action: string, reason: string, hint: string): Error =>
  new Error(`Failed to ${action}: ${reason}. ${hint}`)

export const mvpdOf = (state: SimulatorState, id: string, action: string): Mvpd => {
  const mvpd = state.mvpds.get(id)
  if (mvpd !== undefined) return mvpd
  throw controlFailure(action, `there is no MVPD ${id}`, `There are: ${[...state.mvpds.keys()].join(", ")}.`)
}

/** Returns the service providers that an integration selector selects. */
export const serviceProvidersOf = (
  state: SimulatorState,
  { serviceProvider }: Pick<IntegrationSelector, "serviceProvider">,
  action: string
): ReadonlyArray<string> => {
  const known = [...state.serviceProviders.keys()]
  if (serviceProvider === undefined) return known
  if (known.includes(serviceProvider)) return [serviceProvider]
  throw controlFailure(action, `there is no service provider ${serviceProvider}`, `There are: ${known.join(", ")}.`)
}

/** Returns the profiles that a selector selects. Throws if there is none. */
export const profilesOf = (
  state: SimulatorState,
  selector: ProfileSelector,
  action: string
): ReadonlyArray<StoredProfile> => {
  const device = selector.deviceIdentifier === undefined ? undefined : toBase64(selector.deviceIdentifier)
  const meant = state.profiles
    .all()
    .filter(
      ({ mvpd, owner }) =>
        (selector.mvpd === undefined || selector.mvpd === mvpd) &&
        (selector.serviceProvider === undefined || selector.serviceProvider === owner.serviceProvider) &&
        (selector.clientId === undefined || selector.clientId === owner.clientId) &&
        (device === undefined || device === owner.device)
    )
  if (meant.length > 0) return meant
  throw controlFailure(action, "no profile is meant", "Did you forget to sign in with `mvpd.signIn`?")
}
