/** Codes that are about the moment, and not about the request. */
const temporaryCodes = ["temporarily_unavailable", "server_error", "slow_down"]

const finalStatuses = [400, 401, 403]

/**
 * Whether a DCR response is a refusal by the server itself, so that the same request is refused again. The status comes
 * before the body: a code counts with a client error only. Without a code, a proxy, a firewall or a captive portal has
 * responded in place of the server, which is temporary.
 */
export const isFinalRefusal = (status: number, serverCode: string | undefined): boolean =>
  serverCode !== undefined && !temporaryCodes.includes(serverCode) && finalStatuses.includes(status)
