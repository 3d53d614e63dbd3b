import { type SimulatedResponse, text } from "../responses/simulated-response.ts"
import type { SimulatorState } from "../state/state.ts"
import type { ManagementCall } from "./management-call.ts"
import { replaceProxiedMvpds, retrieveProxiedMvpds } from "./proxied-mvpds.ts"
import { retrieveReport } from "./report.ts"
import { resetTempPass } from "./reset-temp-pass.ts"

const proxiedMvpdsPath = /^\/control\/v3\/mvpd-proxies\/([^/]+)\/mvpds$/

/**
 * Responds to a request to a management API: Reset TempPass, Entitlement Service Monitoring or Proxy MVPD. The throttle does
 * not apply: these paths are not on its list (docs/protocol/throttling.md).
 */
export const serveManagement = async (call: ManagementCall, state: SimulatorState): Promise<SimulatedResponse> => {
  const { request, url } = call
  const refusal = refuse(call, state)
  if (refusal !== undefined) return refusal
  const { pathname } = url
  const [, proxyMvpd] = proxiedMvpdsPath.exec(pathname) ?? []
  if (proxyMvpd !== undefined) {
    if (request.method === "GET") return retrieveProxiedMvpds(proxyMvpd, state)
    if (request.method === "POST") return await replaceProxiedMvpds(proxyMvpd, request, state)
    return text(405, "method not allowed")
  }
  if (pathname.startsWith("/esm/"))
    return request.method === "GET" ? retrieveReport(call, state) : text(405, "method not allowed")
  if (pathname.startsWith("/reset-tempass/")) {
    return request.method === "DELETE" ? resetTempPass(call, state) : text(405, "method not allowed")
  }
  return text(404, "not found")
}

/**
 * 401 for a token that is missing, unknown, expired or of a revoked client; 403 for a client whose application is no longer
 * active (C-RTP-5). The scope of these APIs is not documented, so none is required.
 */
const refuse = ({ request, now, identity }: ManagementCall, state: SimulatorState): SimulatedResponse | undefined => {
  const [, value] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? []
  const token = value === undefined ? undefined : state.accessTokens.find(value)
  if (token === undefined || token.expiresAt <= now) return text(401, "access token is not valid")
  const { client } = token
  identity.clientId = client.id
  identity.accessTokenId = token.id
  if (client.revoked || client.application.status !== "active") return text(403, "client is not allowed")
  return undefined
}
