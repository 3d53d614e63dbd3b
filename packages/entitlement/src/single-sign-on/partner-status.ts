import type { PartnerFrameworkStatus } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { HeaderParts } from "./header-source.ts"
import type { PartnerFrameworkPort } from "./single-sign-on.ts"

/**
 * Creates the effect that reads the partner framework's status without interrupting the viewer. A valid one is cached until the
 * application is back in the foreground, or until it expires (R-SSO-1). `undefined` if it is not valid.
 *
 * Source: docs/protocol/flows.md, section 15.
 */
export const makePartnerStatus = (
  port: PartnerFrameworkPort,
  { clock, wake }: Pick<HeaderParts, "clock" | "wake">
): Effect.Effect<PartnerFrameworkStatus | undefined> => {
  let cached: PartnerFrameworkStatus | undefined
  wake.subscribe(() => (cached = undefined))
  const isUsable = (status: PartnerFrameworkStatus | undefined) =>
    status !== undefined && isValidStatus(status, clock.currentTimeMillisUnsafe())
  return Effect.suspend(() => {
    if (isUsable(cached)) return Effect.succeed(cached)
    return Effect.tryPromise(() => port.status({ mayInterrupt: false })).pipe(
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
