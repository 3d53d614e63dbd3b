import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { monotonicMillis } from "../context/monotonic-millis.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectableMvpd } from "./mvpd.ts"
import { selectableMvpds } from "./selectable-mvpds.ts"

type Mvpds = Effect.Effect<ReadonlyArray<SelectableMvpd>, EntitlementError>

/**
 * Returns the MVPDs that the viewer can select: from the cache while it is fresh, otherwise with one configuration call
 * that concurrent callers share. Failures are not cached. No other flow requests the configuration (M-CONF-1).
 *
 * Source: docs/protocol/flows.md, section 3.
 */
export const makeMvpds = (context: EntitlementContext): Mvpds => makeMvpdsCache(context)(retrieveMvpds(context))

/** Retrieves the configuration with one call. */
export const retrieveMvpds = ({
  call,
  restV2,
  options
}: Pick<EntitlementContext, "call" | "restV2" | "options">): Mvpds => {
  const { serviceProvider, testMvpds } = options
  return Effect.map(
    call("retrieveConfiguration", (init) =>
      restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider } }, ...init })
    ),
    (configuration) => selectableMvpds(configuration, testMvpds)
  )
}

/** Creates a cache of one list. The given effect retrieves the list when the cache is not fresh. */
export const makeMvpdsCache = ({
  clock,
  options,
  onStaleMvpds,
  sharedCall
}: Pick<EntitlementContext, "clock" | "options" | "onStaleMvpds" | "sharedCall">): ((retrieve: Mvpds) => Mvpds) => {
  const shared = sharedCall<ReadonlyArray<SelectableMvpd>, EntitlementError>()
  let cached: { readonly mvpds: ReadonlyArray<SelectableMvpd>; readonly until: number } | undefined
  let generation = 0
  onStaleMvpds(() => {
    cached = undefined
    // A response in flight may be outdated as well.
    generation++
  })
  const refreshed = (retrieve: Mvpds): Mvpds =>
    Effect.suspend(() => {
      const before = generation
      return Effect.map(retrieve, (mvpds) => {
        const until = monotonicMillis(clock) + options.configurationTimeToLive
        if (before === generation) cached = { mvpds, until }
        return mvpds
      })
    })
  return (retrieve) =>
    Effect.suspend(() =>
      cached !== undefined && monotonicMillis(clock) < cached.until
        ? Effect.succeed(cached.mvpds)
        : shared(refreshed(retrieve))
    )
}
