import * as Effect from "effect/Effect"
import type { OperationId } from "../context/call.ts"
import { withoutSingleSignOn, type HeaderParts, type Headers, type HeadersOf } from "./header-source.ts"
import { makePartnerStatus } from "./partner-status.ts"
import type { PartnerFrameworkPort } from "./single-sign-on.ts"

/** Operations that find or use a partner profile (M-SSO-3). */
const findingPartnerProfile: ReadonlySet<OperationId> = new Set<OperationId>([
  "retrieveProfiles",
  "retrieveProfileForMvpd"
])
const usingPartnerProfile: ReadonlySet<OperationId> = new Set<OperationId>([
  "retrieveAuthorizationDecisions",
  "retrievePreauthorizationDecisions"
])

/** Creates the function that builds the header with the status of the partner framework. */
export const makePartnerHeaders = (port: PartnerFrameworkPort, parts: HeaderParts): HeadersOf => {
  const partnerStatus = makePartnerStatus(port, parts)
  return (operation) => {
    const current = parts.state.getSnapshot()
    const isUsed =
      findingPartnerProfile.has(operation) ||
      (usingPartnerProfile.has(operation) && current.name === "signed-in" && current.access.kind === "partner")
    if (!isUsed) return Effect.succeed({})
    return Effect.map(partnerStatus, (header): Headers =>
      header === undefined ? withoutSingleSignOn(parts, "the partner framework has no valid status") : { ...header }
    )
  }
}
