import {
  expiredProfile,
  invalidatedProfile,
  invalidIntegration,
  tempPassEnds,
  tooManyResources,
  undecided
} from "./changing-access.ts"
import { degradedAuthnAll, degradedAuthzAll, degradedAuthzNone } from "./degradation.ts"
import { logoutByPartner, logoutComplete, logoutInteractive, logoutInvalid } from "./logout.ts"
import { codeExpired, expiredTokenMidFlight, revokedClient } from "./losing-access.ts"
import { denied, tempPassUsedUp, throttledHousehold } from "./refusing-access.ts"
import type { Scenario } from "./scenario.ts"
import { alreadySignedIn, declinedSignIn, partnerFallback, tempPassOffered, unknownSessionAction } from "./shortcuts.ts"
import { ssoByPartner, ssoByPlatformIdentity, ssoByServiceToken } from "./single-sign-on.ts"
import { firstLaunch, returningViewer, secondScreen, severalProfiles } from "./starting.ts"

/**
 * Situations that viewers meet, each ready for `createSimulator` and for `tve-pass-simulator --scenario`.
 *
 * @example
 * ```ts
 * const simulator = createSimulator(scenarios.throttledHousehold)
 * ```
 */
export const scenarios = {
  firstLaunch,
  returningViewer,
  secondScreen,
  severalProfiles,
  alreadySignedIn,
  tempPassOffered,
  unknownSessionAction,
  declinedSignIn,
  expiredTokenMidFlight,
  revokedClient,
  codeExpired,
  denied,
  tooManyResources,
  undecided,
  expiredProfile,
  invalidatedProfile,
  invalidIntegration,
  tempPassEnds,
  tempPassUsedUp,
  degradedAuthnAll,
  degradedAuthzAll,
  degradedAuthzNone,
  ssoByPlatformIdentity,
  ssoByServiceToken,
  ssoByPartner,
  partnerFallback,
  logoutInteractive,
  logoutByPartner,
  logoutComplete,
  logoutInvalid,
  throttledHousehold
} as const

/** A name in {@link scenarios}. */
export type ScenarioKey = keyof typeof scenarios

/**
 * Returns the scenario with a name in kebab case, as on the command line.
 *
 * @example
 * ```ts
 * const simulator = createSimulatorCore(findScenario("returning-viewer"))
 * ```
 */
export const findScenario = (name: string): Scenario | undefined =>
  Object.values<Scenario>(scenarios).find((scenario) => scenario.name === name)
