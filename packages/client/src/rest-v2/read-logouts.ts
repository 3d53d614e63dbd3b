import { isJsonObject, objectOf, withoutNull } from "../json.ts"
import { objectEntries, type ReportMalformed } from "./malformed-entry.ts"
import type { Schemas } from "./schemas.ts"
import { absoluteUrl, type CalledServer } from "./urls.ts"

/** The remaining step for one MVPD. Its profile at Adobe is already deleted. */
export interface PendingLogout {
  /** Id of the MVPD: the key in the response. In one sample, the entry contains a different id (C-V2-19). */
  readonly mvpd: string
  readonly actionName: Schemas["LogoutActionName"]
  readonly actionType: Schemas["LogoutActionType"]
  /** Only with the action `logout`: the absolute address to open in a user agent. */
  readonly url?: string
}

/**
 * Reads the remaining step after a logout for each MVPD, also from a map without the wrapper `logouts` (C-V2-17). Never
 * throws: an entry that is not an object is omitted and passed to `report`.
 *
 * `server` is the origin of the request, or the transport: `readLogouts(data, pass)`.
 *
 * Source: docs/protocol/rest-api-v2.md, section 13.
 *
 * @example
 * ```ts
 * readLogouts({ logouts: { Dish: { actionName: "complete", actionType: "none", mvpd: "Dish" } } }, "https://sp.auth.adobe.com")
 * // => [{ mvpd: "Dish", actionName: "complete", actionType: "none" }]
 * ```
 */
export const readLogouts = (
  response: Schemas["Logouts"],
  server: CalledServer,
  report?: ReportMalformed
): ReadonlyArray<PendingLogout> =>
  objectEntries(logoutsOf(response), report).map(([mvpd, { url, ...others }]) => {
    const absolute = absoluteUrl(url, server)
    return { ...others, mvpd, ...(absolute === undefined ? {} : { url: absolute }) }
  })

const logoutsOf = (response: Schemas["Logouts"]) => {
  const body = objectOf(withoutNull(response))
  // Boundary: without the wrapper, the map has an entry with an action for each MVPD id.
  const bare = body as object as typeof body.logouts
  const isBare =
    !("logouts" in body) && Object.values(bare).some((entry) => isJsonObject(entry) && "actionName" in entry)
  return isBare ? bare : objectOf(body.logouts)
}
