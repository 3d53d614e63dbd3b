import type { PartnerFrameworkStatus } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { HeaderParts } from "./header-source.ts"
import type { PartnerFrameworkPort } from "./single-sign-on.ts"

/**
 * Creates the effect that reads the partner framework's status without interrupting the viewer. Succeeds with
 * `undefined` if the status is not valid. A valid status is cached until it expires or the application returns to the
 * foreground (R-SSO-1).
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

/** Returns whether a status is valid for a request: permission granted, provider known, not expired. */
export const isValidStatus = (status: PartnerFrameworkStatus, now: number): boolean =>
  status.frameworkPermissionInfo.accessStatus === "granted" &&
  Boolean(status.frameworkProviderInfo?.id) &&
  !(Number(status.frameworkProviderInfo?.expirationDate) <= now)
