import type { Call } from "../request/call.ts"
import { gatewayPage } from "../responses/gateway-page.ts"
import { type SimulatedResponse, empty } from "../responses/simulated-response.ts"
import { findIntegration } from "../rules/find-integration.ts"
import { findSession } from "../rules/find-session.ts"
import { isComplete } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"

/** Errors of this operation are HTML for people. */
const badRequest = () => gatewayPage(400, "Bad Request")

/**
 * `GET /api/v2/authenticate/{serviceProvider}/{code}` (docs/protocol/rest-api-v2.md section 10): sends a user agent on its
 * way to the MVPD's login page. A code that was used is no longer good.
 */
export const performAuthentication = (call: Call, state: SimulatorState): SimulatedResponse => {
  const found = findSession(call, state)
  if (found._tag === "Unavailable" || found.session.state === "signedIn") return badRequest()
  const { code, parameters } = found.session
  if (!isComplete(parameters)) return badRequest()
  const serviceProvider = call.pathParameters["serviceProvider"] ?? ""
  if (findIntegration(state, serviceProvider, parameters.mvpd)._tag === "Unavailable") return badRequest()
  state.activity.count("authn-attempts", { serviceProvider, mvpd: parameters.mvpd }, call.now)
  const query = new URLSearchParams({
    noflash: "true",
    mso_id: parameters.mvpd,
    requestor_id: serviceProvider,
    no_iframe: "false",
    domain_name: parameters.domainName,
    redirect_url: parameters.redirectUrl,
    code
  })
  return empty(302, [["location", `${call.origin}/adobe-services/authenticate/saml?${query}`]])
}
