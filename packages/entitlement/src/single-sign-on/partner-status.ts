import type { PartnerFrameworkStatus } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type * as Clock from "effect/Clock"
import type { Wake } from "../context/wake.ts"
import type { ResolvedOptions } from "../options/resolve-options.ts"

/**
 * Creates the effect that reads the partner framework's status without interrupting the viewer. A valid one is cached until the
 * application is back in the foreground, or until it expires (R-SSO-1). `undefined` if it is not valid.
 *
 * Source: docs/protocol/flows.md, section 15.
 */
export const makePartnerStatus = ({
  options,
  clock,
  wake
}: {
  readonly options: Pick<ResolvedOptions, "partnerFramework">
  readonly clock: Clock.Clock
  readonly wake: Wake
}): Effect.Effect<PartnerFrameworkStatus | undefined> => {
  let cached: PartnerFrameworkStatus | undefined
  wake.subscribe(() => (cached = undefined))
  const isUsable = (status: PartnerFrameworkStatus | undefined) =>
    status !== undefined && isValidStatus(status, clock.currentTimeMillisUnsafe())
  return Effect.suspend(() => {
    if (isUsable(cached)) return Effect.succeed(cached)
    const { partnerFramework } = options
    if (partnerFramework === undefined) return Effect.succeed(undefined)
    return Effect.tryPromise(() => partnerFramework.status({ mayInterrupt: false })).pipe(
      Effect.map((status) => (cached = isUsable(status) ? status : undefined)),
      Effect.catch(() => Effect.succeed(undefined))
    )
  })
}

/** Whether a status is good for a request: permission granted, provider known, not expired. */
export const isValidStatus = (status: PartnerFrameworkStatus, now: number): boolean =>
  status.frameworkPermissionInfo.accessStatus === "granted" &&
  Boolean(status.frameworkProviderInfo?.id) &&
  !(Number(status.frameworkProviderInfo?.expirationDate) <= now)
