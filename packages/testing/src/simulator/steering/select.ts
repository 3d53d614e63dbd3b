import { toBase64 } from "../encoding/base64.ts"
import type { Mvpd } from "../mvpds/mvpd.ts"
import type { StoredProfile } from "../profiles/stored-profile.ts"
import type { World } from "../world.ts"
import { steeringFailure } from "./failure.ts"
import type { IntegrationSelector, ProfileSelector } from "./steering.ts"

export const mvpdOf = (world: World, id: string, action: string): Mvpd => {
  const mvpd = world.mvpds.get(id)
  if (mvpd !== undefined) return mvpd
  throw steeringFailure(action, `there is no MVPD ${id}`, `There are: ${[...world.mvpds.keys()].join(", ")}.`)
}

/** The service providers an integration selector means. */
export const serviceProvidersOf = (
  world: World,
  { serviceProvider }: Pick<IntegrationSelector, "serviceProvider">,
  action: string
): readonly string[] => {
  const known = [...world.serviceProviders.keys()]
  if (serviceProvider === undefined) return known
  if (known.includes(serviceProvider)) return [serviceProvider]
  throw steeringFailure(action, `there is no service provider ${serviceProvider}`, `There are: ${known.join(", ")}.`)
}

/** The profiles a selector means; at least one. */
export const profilesOf = (world: World, selector: ProfileSelector, action: string): readonly StoredProfile[] => {
  const device = selector.deviceIdentifier === undefined ? undefined : toBase64(selector.deviceIdentifier)
  const meant = world.profiles
    .all()
    .filter(
      ({ mvpd, owner }) =>
        (selector.mvpd === undefined || selector.mvpd === mvpd) &&
        (selector.serviceProvider === undefined || selector.serviceProvider === owner.serviceProvider) &&
        (selector.clientId === undefined || selector.clientId === owner.clientId) &&
        (device === undefined || device === owner.device)
    )
  if (meant.length > 0) return meant
  throw steeringFailure(action, "no profile is meant", "Did you forget to sign in with `mvpd.signIn`?")
}
