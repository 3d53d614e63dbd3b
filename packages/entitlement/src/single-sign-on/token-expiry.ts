/**
 * Returns whether a compact JWS has expired. Unreadable tokens, such as encrypted ones, count as valid; the server
 * checks them.
 */
export const hasExpired = (token: string | undefined, now: number): boolean => {
  const [, payload, signature] = (token ?? "").split(".")
  if (payload === undefined || signature === undefined) return false
  try {
    const claims: unknown = JSON.parse(globalThis.atob(payload.replace(/-/g, "+").replace(/_/g, "/")))
    if (typeof claims !== "object" || claims === null || !("exp" in claims)) return false
    return typeof claims.exp === "number" && claims.exp * 1_000 <= now
  } catch {
    return false
  }
}
