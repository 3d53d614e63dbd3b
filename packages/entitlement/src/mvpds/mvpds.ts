import type { Schemas } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { monotonicMillis } from "../context/monotonic-millis.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectableMvpd } from "./mvpd.ts"

/**
 * Reads the MVPDs that the viewer can select: from memory while they are fresh, else with one configuration call that callers at
 * the same time share. Failures are not cached. Nothing but this calls the configuration (M-CONF-1).
 *
 * Source: docs/protocol/flows.md, section 3.
 */
export const makeMvpds = (
  context: EntitlementContext
): Effect.Effect<ReadonlyArray<SelectableMvpd>, EntitlementError> => {
  const { clock, options, restV2, call } = context
  const { serviceProvider, testMvpds, configurationTimeToLive } = options
  const shared = context.sharedCall<ReadonlyArray<SelectableMvpd>, EntitlementError>()
  let cached: { readonly mvpds: ReadonlyArray<SelectableMvpd>; readonly until: number } | undefined
  let generation = 0
  context.onStaleMvpds(() => {
    cached = undefined
    // A response that is on its way may be as old.
    generation++
  })
  const retrieve = Effect.suspend(() => {
    const before = generation
    return Effect.map(
      call("retrieveConfiguration", (init) =>
        restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider } }, ...init })
      ),
      ({ requestor }) => {
        const mvpds = (requestor?.mvpds ?? [])
          .filter(({ id, isTempPass }) => isTempPass !== true && !testMvpds.includes(id))
          .map(selectable)
        if (before === generation) cached = { mvpds, until: monotonicMillis(clock) + configurationTimeToLive }
        return mvpds
      }
    )
  })
  return Effect.suspend(() =>
    cached !== undefined && monotonicMillis(clock) < cached.until ? Effect.succeed(cached.mvpds) : shared(retrieve)
  )
}

const selectable = (mvpd: Schemas["Mvpd"]): SelectableMvpd => {
  const { id, displayName, logoUrl, platformMappingId, displayInPlatformPicker, boardingStatus } = mvpd
  return {
    id,
    displayName,
    logoUrl,
    ...(platformMappingId !== undefined && {
      partner: {
        mappingId: platformMappingId,
        displayInPlatformPicker: displayInPlatformPicker === true,
        boardingStatus
      }
    })
  }
}
