import { withCatalogue } from "../failure/catalogue.ts"
import type { EnhancedError } from "../failure/failure.ts"
import { enhancedErrorOf } from "../failure/failure-of.ts"
import { isJsonObject, listOf, objectOf, withoutNull, type JsonObject, type WithoutNull } from "../json.ts"
import { readTimestamp, validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"

/** The decision about one requested resource. */
export type ResourceDecision = Permit | Deny | Undecided

/** The viewer may watch the resource. */
export interface Permit extends Decided {
  readonly kind: "permit"
  /**
   * Only with authorization: the media token of one playback. Pass it to the backend immediately, and never cache it.
   */
  readonly token?: MediaToken
}

/** A media token, for the verifier of the backend. */
export interface MediaToken extends Validity {
  /** The opaque token. */
  readonly serializedToken: string
  /** Epoch milliseconds; usually absent. */
  readonly issuedAt?: number
}

/** The viewer may not watch the resource. */
export interface Deny extends Decided {
  readonly kind: "deny"
  /** The reason, if the server sent a code. Show `details`, otherwise `message`; follow `action`. */
  readonly failure?: EnhancedError
  /** The message for the viewer of an error without a code. An error with a code has its message in `failure`. */
  readonly message?: string
}

interface Decided extends Validity, Omit<Schemas["Decision"], "resource" | "authorized" | "error"> {
  /** The resource, as it was requested. */
  readonly resource: string
  /** Undocumented members, such as user metadata; absent if there are none. */
  readonly other?: JsonObject
}

/** The response contains no decision about the resource: treat it as not permitted. */
export interface Undecided {
  readonly kind: "undecided"
  /** The resource, as it was requested. */
  readonly resource: string
}

/**
 * Reads the decisions for the requested resources, in their order. The server promises no order and returns some names
 * with surrounding blanks; older servers return an empty body or list. Never throws: a resource without a usable
 * decision is `undecided`.
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

/**
 * Returns a string, number or boolean as a string, and an empty string for anything else, including objects with
 * `toString`.
 */
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
  // The documentation describes the values as strings; its samples have booleans.
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
 * Reads the `error` of one element of a response with status 200, such as a decision. Returns the same value as for a
 * failed call, so that one handler serves both, or `undefined` if the element has no error with a code.
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
