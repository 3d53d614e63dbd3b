import type { ScenarioKey } from "../../../src/index.ts"
import { degradedAuthnAll, degradedAuthzAll, degradedAuthzNone } from "./degradation.ts"
import { codeExpired, expiredTokenMidFlight, revokedClient } from "./losing-access.ts"
import { logoutByPartner, logoutComplete, logoutInteractive, logoutInvalid } from "./logout.ts"
import { denied, tempPassUsedUp, throttledHousehold } from "./refusing-access.ts"
import { ssoByPartner, ssoByPlatformIdentity, ssoByServiceToken } from "./single-sign-on.ts"
import { firstLaunch, returningViewer, secondScreen, severalProfiles } from "./starting.ts"
import type { Journey } from "./journey.ts"

/** The walk of every scenario. */
export const journeys: Readonly<Record<ScenarioKey, Journey>> = {
  firstLaunch,
  returningViewer,
  secondScreen,
  severalProfiles,
  expiredTokenMidFlight,
  revokedClient,
  codeExpired,
  denied,
  tempPassUsedUp,
  degradedAuthnAll,
  degradedAuthzAll,
  degradedAuthzNone,
  ssoByPlatformIdentity,
  ssoByServiceToken,
  ssoByPartner,
  logoutInteractive,
  logoutByPartner,
  logoutComplete,
  logoutInvalid,
  throttledHousehold
}
