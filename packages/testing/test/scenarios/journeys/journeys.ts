import type { ScenarioKey } from "../../../src/index.ts"
import {
  expiredProfile,
  invalidatedProfile,
  invalidIntegration,
  tempPassEnds,
  tooManyResources,
  undecided
} from "./changing-access.ts"
import { degradedAuthnAll, degradedAuthzAll, degradedAuthzNone } from "./degradation.ts"
import { codeExpired, expiredTokenMidFlight, revokedClient } from "./losing-access.ts"
import { logoutByPartner, logoutComplete, logoutInteractive, logoutInvalid } from "./logout.ts"
import { denied, tempPassUsedUp, throttledHousehold } from "./refusing-access.ts"
import { alreadySignedIn, declinedSignIn, partnerFallback, tempPassOffered, unknownSessionAction } from "./shortcuts.ts"
import { ssoByPartner, ssoByPlatformIdentity, ssoByServiceToken } from "./single-sign-on.ts"
import { firstLaunch, returningViewer, secondScreen, severalProfiles } from "./starting.ts"
import type { Journey } from "./journey.ts"

/** The journey of every scenario. */
export const journeys: Readonly<Record<ScenarioKey, Journey>> = {
  firstLaunch,
  returningViewer,
  secondScreen,
  severalProfiles,
  alreadySignedIn,
  tempPassOffered,
  unknownSessionAction,
  declinedSignIn,
  tooManyResources,
  undecided,
  expiredProfile,
  invalidatedProfile,
  invalidIntegration,
  tempPassEnds,
  partnerFallback,
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
