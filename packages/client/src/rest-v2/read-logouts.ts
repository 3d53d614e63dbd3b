import { isJsonObject, objectOf, withoutNull } from "../json.ts"
import { objectEntries, type ReportMalformed } from "./malformed-entry.ts"
import type { Schemas } from "./schemas.ts"
import { absoluteUrl, type CalledServer } from "./urls.ts"

/** What is left to do for one MVPD; its profile at Adobe is deleted already. */
export interface PendingLogout {
  /** Id of the MVPD: the key in the response, where a sample has another one inside (C-V2-19). */
  readonly mvpd: string
  readonly actionName: Schemas["LogoutActionName"]
  readonly actionType: Schemas["LogoutActionType"]
  /** With `logout`: open it in a user agent. Absolute. */
  readonly url?: string
}

/**
 * Reads what is left to do after a logout, for each MVPD, also from a map without the wrapper `logouts` (C-V2-17). Never
 * throws: an entry that is no object is left out and passed to `report`.
 *
 * `server` is the origin that was called, or the transport: `readLogouts(data, pass)`.
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
  // Boundary: without the wrapper, each MVPD id has an entry with an action.
  const bare = body as object as typeof body.logouts
  const isBare =
    !("logouts" in body) && Object.values(bare).some((entry) => isJsonObject(entry) && "actionName" in entry)
  return isBare ? bare : objectOf(body.logouts)
}
