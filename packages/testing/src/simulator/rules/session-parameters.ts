import type { AuthorizedCall } from "../request/call.ts"
import { warn } from "../request/violation.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { unreadableBody } from "../responses/unreadable-body.ts"
import type { SessionParameters } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"
import { findIntegration } from "./find-integration.ts"
import { isAcceptableRedirectUrl } from "./redirect-urls.ts"

export type ReadParameters =
  | { readonly _tag: "Read"; readonly parameters: SessionParameters }
  | { readonly _tag: "Refused"; readonly response: SimulatedResponse }

const refused = (response: SimulatedResponse): ReadParameters => ({ _tag: "Refused", response })

/**
 * Reads the parameters in the form of operations 2, 3 and 12. An absent or empty parameter counts as missing and is no
 * error (C-V2-7); an invalid one is an error.
 */
export const readSessionParameters = (call: AuthorizedCall, state: SimulatorState): ReadParameters => {
  if (call.body._tag !== "Form") return refused(unreadableBody(call))
  const { mvpd, redirectUrl } = call.body.parameters
  if (mvpd !== undefined && mvpd !== "") {
    const integration = findIntegration(state, call.serviceProvider.id, mvpd)
    if (integration._tag === "Unavailable") return refused(enhancedError(state.random, integration.code))
  }
  if (redirectUrl !== undefined && redirectUrl !== "" && !isAcceptableRedirectUrl(redirectUrl, call, state)) {
    return refused(enhancedError(state.random, "invalid_parameter_redirect_url"))
  }
  return {
    _tag: "Read",
    parameters: {
      mvpd: presentOr(mvpd),
      domainName: domainNameOf(call, state),
      redirectUrl: presentOr(redirectUrl)
    }
  }
}

const presentOr = (value: string | undefined) => (value === "" ? undefined : value)

/** U-V2-3: no error code exists for a domain that the service provider does not have. */
const domainNameOf = (call: AuthorizedCall, state: SimulatorState): string | undefined => {
  const domainName = call.body._tag === "Form" ? presentOr(call.body.parameters["domainName"]) : undefined
  if (domainName === undefined || call.serviceProvider.domains.includes(domainName)) return domainName
  warn(call, "domain-name", `\`domainName\` is none of the domains of ${call.serviceProvider.id}.`)
  return state.settings.readings.unknownDomainName === "missing" ? undefined : domainName
}
