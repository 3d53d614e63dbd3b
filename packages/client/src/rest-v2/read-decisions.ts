import { withCatalogue } from "../failure/catalogue.ts"
import type { EnhancedError } from "../failure/failure.ts"
import { enhancedErrorOf } from "../failure/failure-of.ts"
import { isJsonObject, listOf, objectOf, withoutNull, type JsonObject, type WithoutNull } from "../json.ts"
import { readTimestamp, validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"

/** The decision about one requested resource. */
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
  /** Why, if the server gives a code: show `details`, else `message`. `action` says what helps. */
  readonly failure?: EnhancedError
  /** What to show to the viewer, of an error without a code; one with a code has it in `failure`. */
  readonly message?: string
}

interface Decided extends Validity, Omit<Schemas["Decision"], "resource" | "authorized" | "error"> {
  /** As it was requested. */
  readonly resource: string
  /** Members that the protocol pages do not describe, such as user metadata; absent if there are none. */
  readonly other?: JsonObject
}

/** The response does not decide about the resource: treat it as not permitted. */
export interface Undecided {
  readonly kind: "undecided"
  /** As it was requested. */
  readonly resource: string
}

/**
 * Reads the decisions for the resources that were requested, in their order: the server promises none, echoes some with
 * blanks around them, and older ones return an empty body or an empty list. Never throws: a resource about which nothing
 * usable arrived is `undecided`.
 *
 * Source: docs/protocol/rest-api-v2.md, section 12; docs/protocol/changes.md.
 *
 * @example
 * ```ts
 * readDecisions({ decisions: [{ resource: "news", authorized: true, source: "mvpd" }] }, ["sports", "news"])
 * // => [{ kind: "undecided", resource: "sports" }, { kind: "permit", resource: "news", source: "mvpd" }]
 * ```
 */
export const readDecisions = (
  response: Schemas["AuthorizationDecisions"] | Schemas["PreauthorizationDecisions"],
  resources: ReadonlyArray<string>
): ReadonlyArray<ResourceDecision> => {
  const decisions = listOf<WireDecision>(objectOf(withoutNull(response)).decisions).filter(isJsonObject)
  const byResource = firstBy(decisions, ({ resource }) => resource)
  const byTrimmedResource = firstBy(decisions, ({ resource }) => spelled(resource).trim() || undefined)
  return resources.map((resource) => {
    const decision = byResource.get(resource) ?? byTrimmedResource.get(resource.trim())
    return decision === undefined ? { kind: "undecided", resource } : decided(resource, decision)
  })
}

/** Returns the first item of each key. */
const firstBy = <Key, Item>(items: ReadonlyArray<Item>, keyOf: (item: Item) => Key): ReadonlyMap<Key, Item> => {
  const first = new Map<Key, Item>()
  for (const item of items) {
    const key = keyOf(item)
    if (!first.has(key)) first.set(key, item)
  }
  return first
}

/** Returns the spelling of a string, number or boolean; an object is none, even one that looks like a string. */
const spelled = (value: unknown): string =>
  typeof value === "string" || typeof value === "boolean" || typeof value === "number" ? String(value) : ""

type WireDecision = WithoutNull<Schemas["AuthorizationDecision"]>

const decided = (resource: string, decision: WireDecision): ResourceDecision => {
  const {
    resource: _echo,
    serviceProvider,
    mvpd,
    source,
    authorized,
    error,
    token,
    notBefore,
    notAfter,
    ...other
  } = decision
  const common = {
    resource,
    ...withoutNull({ serviceProvider, mvpd, source }),
    ...validityOf({ notBefore, notAfter }),
    ...(Object.keys(other).length === 0 ? {} : { other })
  }
  // The prose of the protocol quotes the values, its samples do not.
  if (spelled(authorized) === "true") {
    return { kind: "permit", ...common, ...(isJsonObject(token) ? { token: tokenOf(token) } : {}) }
  }
  const failure = readItemFailure({ error })
  const message = failure === undefined ? messageOf(error) : undefined
  return {
    kind: "deny",
    ...common,
    ...(failure === undefined ? {} : { failure }),
    ...(message === undefined ? {} : { message })
  }
}

/** Returns the message for the viewer of an error without a code, which may be a plain string. */
const messageOf = (error: unknown): string | undefined => {
  const { details, message } = objectOf(error)
  return [details, message, error].find((said): said is string => typeof said === "string" && said.trim() !== "")
}

const tokenOf = ({ serializedToken, issuedAt, ...others }: WithoutNull<Schemas["MediaToken"]>): MediaToken => {
  const issued = readTimestamp(issuedAt)
  return { serializedToken, ...validityOf(others), ...(issued === undefined ? {} : { issuedAt: issued }) }
}

/**
 * Reads the `error` of one element of a response with status 200, such as a decision: the same value that a failed call
 * gives, so that one handler serves both. Returns `undefined` for an element without an error that has a code.
 *
 * Source: docs/protocol/errors.md, section 2.
 *
 * @example
 * ```ts
 * readItemFailure({ resource: "REF30", authorized: false, error: { code: "network_received_error", status: 403 } }).action
 * // => "retry"
 * ```
 */
export const readItemFailure = (item: { readonly error?: unknown }): EnhancedError | undefined => {
  const error = enhancedErrorOf(item.error, 200, 200)
  return error && withCatalogue(error)
}
