import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"

type LastVisit = Pick<EntitlementContext, "records" | "remembered" | "clock" | "clockOffset">

/**
 * Returns the MVPD of the stored profile if the profile has not expired: the viewer is probably still signed in there.
 */
export const storedProfileMvpd = ({ records, clock, clockOffset }: LastVisit): Effect.Effect<string | undefined> =>
  Effect.map(records.profile.read, (profile) => {
    if (profile === undefined) return undefined
    const { mvpd, notAfter = Infinity } = profile
    return notAfter > clock.currentTimeMillisUnsafe() + clockOffset() ? mvpd : undefined
  })

/**
 * Returns the MVPD whose profile to request: the MVPD of the stored profile while that is valid, otherwise the MVPD
 * that the viewer selected last. A viewer who selects another MVPD and cancels is still signed in with the first one.
 */
export const lastMvpd = (context: LastVisit): Effect.Effect<string | undefined> =>
  Effect.gen(function* () {
    return (
      (yield* storedProfileMvpd(context)) ??
      (yield* context.remembered)?.id ??
      (yield* context.records.profile.read)?.mvpd
    )
  })
