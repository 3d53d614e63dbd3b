import type { EnhancedError } from "../failure/failure.ts"
import { withoutNull, type WithoutNull } from "../without-null.ts"
import { listOf } from "./list-of.ts"
import { readItemFailure } from "./read-item-failure.ts"
import { readTimestamp, validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"

/** The answer for one requested resource. */
export type ResourceDecision = Permit | Deny | Undecided

/** The user may watch the resource. */
export interface Permit extends Decided {
  readonly kind: "permit"
  /** With authorization: proof of one playback. Hand it to the backend at once, never cache it. */
  readonly token?: MediaToken
}

/** A media token, ready for the verifier of the backend. */
export interface MediaToken extends Validity {
  /** Opaque. */
  readonly serializedToken: string
  /** Epoch milliseconds; usually absent. */
  readonly issuedAt?: number
}

/** The user may not watch the resource. */
export interface Deny extends Decided {
  readonly kind: "deny"
  /** Why, if the server says so: show `details`, else `message`. `action` says what helps. */
  readonly failure?: EnhancedError
}

interface Decided extends Validity, Omit<Schemas["Decision"], "authorized" | "error"> {
  /** As it was requested. */
  readonly resource: string
}

/** The answer does not mention the resource: treat it as not permitted. */
export interface Undecided {
  readonly kind: "undecided"
  /** As it was requested. */
  readonly resource: string
}

/**
 * Reads the decisions for the resources that were requested, in their order: the server promises none, echoes some with
 * blanks around them, and older ones answer too many resources with an empty list.
 *
 * Source: docs/protocol/rest-api-v2.md, section 12.
 *
 * @example
 * readDecisions({ decisions: [{ resource: "news", authorized: true, source: "mvpd" }] }, ["sports", "news"])
 * // => [{ kind: "undecided", resource: "sports" }, { kind: "permit", resource: "news", source: "mvpd" }]
 */
export const readDecisions = (
  answer: Schemas["AuthorizationDecisions"] | Schemas["PreauthorizationDecisions"],
  resources: ReadonlyArray<string>
): ReadonlyArray<ResourceDecision> => {
  const answered = listOf<Answered>(withoutNull(answer).decisions)
  return resources.map((resource) => {
    const decision =
      answered.find((candidate) => candidate.resource === resource) ??
      answered.find((candidate) => String(candidate.resource).trim() === resource.trim())
    return decision === undefined ? { kind: "undecided", resource } : decided(resource, decision)
  })
}

type Answered = WithoutNull<Schemas["AuthorizationDecision"]>

const decided = (resource: string, decision: Answered): Permit | Deny => {
  const { authorized, error, token, notBefore, notAfter, ...others } = decision
  const common = { ...others, resource, ...validityOf({ notBefore, notAfter }) }
  // The text of the protocol quotes the values, its samples do not.
  if (String(authorized) === "true") return { kind: "permit", ...common, ...(token ? { token: tokenOf(token) } : {}) }
  const failure = readItemFailure({ error })
  return { kind: "deny", ...common, ...(failure === undefined ? {} : { failure }) }
}

const tokenOf = ({ serializedToken, issuedAt, ...others }: WithoutNull<Schemas["MediaToken"]>): MediaToken => {
  const issued = readTimestamp(issuedAt)
  return { serializedToken, ...validityOf(others), ...(issued === undefined ? {} : { issuedAt: issued }) }
}
