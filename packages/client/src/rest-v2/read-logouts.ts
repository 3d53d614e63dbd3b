import { withoutNull } from "../without-null.ts"
import { absoluteUrl } from "./absolute-url.ts"
import type { Schemas } from "./schemas.ts"

/** What is left to do for one MVPD; its profile at Adobe is deleted already. */
export interface PendingLogout {
  /** Id of the MVPD: the key in the answer, where a sample has another one inside (C-V2-19). */
  readonly mvpd: string
  readonly actionName: Schemas["LogoutActionName"]
  readonly actionType: Schemas["LogoutActionType"]
  /** With `logout`: open it in a user agent. Absolute. */
  readonly url?: string
}

/**
 * Reads what is left to do after a logout, for each MVPD.
 *
 * Source: docs/protocol/rest-api-v2.md, section 13.
 *
 * @example
 * readLogouts({ logouts: { Dish: { actionName: "complete", actionType: "none", mvpd: "Dish" } } }, "https://sp.auth.adobe.com")
 * // => [{ mvpd: "Dish", actionName: "complete", actionType: "none" }]
 */
export const readLogouts = (answer: Schemas["Logouts"], origin: string): ReadonlyArray<PendingLogout> =>
  Object.entries(withoutNull(answer).logouts ?? {}).map(([mvpd, { url, ...others }]) => {
    const absolute = absoluteUrl(url, origin)
    return { ...others, mvpd, ...(absolute === undefined ? {} : { url: absolute }) }
  })
