import type { AuthorizedCall } from "../call/call.ts"
import { warn } from "../call/violation.ts"
import { findIntegration } from "../integrations/find-integration.ts"
import type { Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { unreadableBody } from "../responses/unreadable-body.ts"
import { isAcceptableRedirectUrl } from "../service-providers/redirect-url.ts"
import type { World } from "../world.ts"
import type { SessionParameters } from "./session.ts"

export type ReadParameters =
  | { readonly _tag: "Read"; readonly parameters: SessionParameters }
  | { readonly _tag: "Refused"; readonly answer: Answer }

const refused = (answer: Answer): ReadParameters => ({ _tag: "Refused", answer })

/**
 * The parameters in the form of operations 2, 3 and 12. An absent or empty one is no error but missing (C-V2-7); a wrong
 * one is an error.
 */
export const readSessionParameters = (call: AuthorizedCall, world: World): ReadParameters => {
  if (call.body._tag !== "Form") return refused(unreadableBody(call))
  const { mvpd, redirectUrl } = call.body.parameters
  if (mvpd !== undefined && mvpd !== "") {
    const integration = findIntegration(world, call.serviceProvider.id, mvpd)
    if (integration._tag === "Unavailable") return refused(enhancedError(world.random, integration.code))
  }
  if (redirectUrl !== undefined && redirectUrl !== "" && !isAcceptableRedirectUrl(redirectUrl, call, world)) {
    return refused(enhancedError(world.random, "invalid_parameter_redirect_url"))
  }
  return {
    _tag: "Read",
    parameters: {
      mvpd: presentOr(mvpd),
      domainName: domainNameOf(call, world),
      redirectUrl: presentOr(redirectUrl)
    }
  }
}

const presentOr = (value: string | undefined) => (value === "" ? undefined : value)

/** U-V2-3: no error code exists for a domain that the service provider does not have. */
const domainNameOf = (call: AuthorizedCall, world: World): string | undefined => {
  const domainName = call.body._tag === "Form" ? presentOr(call.body.parameters["domainName"]) : undefined
  if (domainName === undefined || call.serviceProvider.domains.includes(domainName)) return domainName
  warn(call, "domain-name", `\`domainName\` is none of the domains of ${call.serviceProvider.id}.`)
  return world.settings.readings.unknownDomainName === "missing" ? undefined : domainName
}
