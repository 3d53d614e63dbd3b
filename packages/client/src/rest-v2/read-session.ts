import { absoluteUrl } from "./absolute-url.ts"
import { missingParametersOf, type AuthenticationParameter } from "./missing-parameters.ts"
import { validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"
import { withoutNull } from "../without-null.ts"

/** What to do next about an authentication, ready to act on. Branch on `actionName`, never on `reasonType` alone. */
export interface AuthenticationSession
  extends Omit<Schemas["Session"], "url" | "missingParameters" | "notBefore" | "notAfter">, Validity {
  /** Where to go next, absolute: `authenticate` opens it in a user agent. */
  readonly url?: string
  /** What `resume` and `retry` have to supply; empty otherwise. */
  readonly missingParameters: ReadonlyArray<AuthenticationParameter>
}

/**
 * Reads a session: absolute `url`, timestamps in milliseconds, absent members instead of `null`, and the request's
 * names of missing parameters.
 *
 * Source: docs/protocol/rest-api-v2.md, section 6.
 *
 * @example
 * readSession(
 *   { actionName: "authenticate", url: "/api/v2/authenticate/REF30/8ER640M", notAfter: "1733737089035" },
 *   "https://sp.auth.adobe.com"
 * )
 * // => { actionName: "authenticate", url: "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M", missingParameters: [], notAfter: 1733737089035 }
 */
export const readSession = (session: Schemas["Session"], origin: string): AuthenticationSession => {
  const { url, missingParameters, notBefore, notAfter, ...others } = withoutNull(session)
  const absolute = absoluteUrl(url, origin)
  return {
    ...others,
    ...(absolute === undefined ? {} : { url: absolute }),
    missingParameters: missingParametersOf(missingParameters),
    ...validityOf({ notBefore, notAfter })
  }
}
