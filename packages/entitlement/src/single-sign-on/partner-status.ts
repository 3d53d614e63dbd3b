import { partnerFrameworkStatusHeader, type PartnerFrameworkStatus } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { HeaderParts } from "./header-source.ts"
import type { PartnerFrameworkPort } from "./single-sign-on.ts"

/** The header with a valid status. */
export type StatusHeader = ReturnType<typeof partnerFrameworkStatusHeader>

/**
 * Creates the effect that reads the partner framework's status without interrupting the viewer, as the header of a request.
 * Succeeds with `undefined` if the status is not valid. A valid status is cached until it expires or the application returns to
 * the foreground (R-SSO-1).
 *
 * Source: docs/protocol/flows.md, section 15.
 */
export const makePartnerStatus = (
  port: PartnerFrameworkPort,
  { clock, wake }: Pick<HeaderParts, "clock" | "wake">
): Effect.Effect<StatusHeader | undefined> => {
  let cached: PartnerFrameworkStatus | undefined
  wake.subscribe(() => (cached = undefined))
  const headerOf = (status: PartnerFrameworkStatus | undefined) =>
    statusHeaderOf(status, clock.currentTimeMillisUnsafe())
  return Effect.suspend(() => {
    const header = headerOf(cached)
    if (header !== undefined) return Effect.succeed(header)
    return Effect.tryPromise(() => port.status({ mayInterrupt: false })).pipe(
      Effect.map((status) => {
        cached = status
        return headerOf(status)
      }),
      Effect.catch(() => Effect.succeed(undefined))
    )
  })
}

/**
 * Returns the header of a status that is valid for a request: permission granted, provider known, not expired. Returns
 * `undefined` for any other status, also if a native module left members out.
 */
export const statusHeaderOf = (status: PartnerFrameworkStatus | undefined, now: number): StatusHeader | undefined => {
  try {
    const { frameworkPermissionInfo, frameworkProviderInfo } = status ?? {}
    if (frameworkPermissionInfo?.accessStatus !== "granted" || status === undefined) return undefined
    if (Number(frameworkProviderInfo?.expirationDate) <= now) return undefined
    return partnerFrameworkStatusHeader(status)
  } catch {
    return undefined
  }
}
