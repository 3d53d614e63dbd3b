import { objectOf, withoutNull, type WithoutNull } from "../json.ts"
import { objectEntries, type ReportMalformed } from "./malformed-entry.ts"
import { validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"

/** Proof that the viewer is authenticated with an MVPD. */
export interface AuthenticatedProfile extends Validity {
  /** Id of the MVPD: the key in the response. `issuer` may contain a different id (C-V2-19). */
  readonly mvpd: string
  readonly issuer: string
  readonly type: Schemas["ProfileType"]
  /** User metadata by key. */
  readonly attributes: UserMetadata
}

/** User metadata by key: known keys with their types, and any other keys. */
export type UserMetadata = {
  readonly [Key in keyof Schemas["ProfileAttributes"]]: MetadataValue<
    NonNullable<Schemas["ProfileAttributes"][Key]>["value"]
  >
}

/** A readable value, or an encrypted one, which only the programmer's certificate decrypts. */
export type MetadataValue<Value> =
  | { readonly encrypted: false; readonly value: Value }
  | { readonly encrypted: true; readonly value: string }

/**
 * Reads profiles as a list, which is empty if the viewer is not authenticated. The MVPD id comes from the key, and
 * timestamps are in milliseconds. Each attribute says whether it is encrypted, in any documented form (C-V2-10). Never
 * throws: an entry that is not an object is omitted and passed to `report`.
 *
 * Source: docs/protocol/rest-api-v2.md, section 11.
 *
 * @example
 * ```ts
 * readProfiles({
 *   profiles: {
 *     Cablevision: {
 *       notBefore: 1752149281000,
 *       notAfter: 1783685280000,
 *       issuer: "Cablevision",
 *       type: "regular",
 *       attributes: { zip: { value: "BASE64_value_zip", state: "enc" } }
 *     }
 *   }
 * })[0].attributes
 * // => { zip: { value: "BASE64_value_zip", encrypted: true } }
 * ```
 */
export const readProfiles = (
  response: Schemas["Profiles"],
  report?: ReportMalformed
): ReadonlyArray<AuthenticatedProfile> => {
  const profiles = objectOf(objectOf(withoutNull(response)).profiles)
  return objectEntries(profiles, report).map(([mvpd, { attributes, notBefore, notAfter, ...others }]) => ({
    ...others,
    mvpd,
    attributes: metadataOf(attributes, report && (({ key, problem }) => report({ key: `${mvpd}.${key}`, problem }))),
    ...validityOf({ notBefore, notAfter })
  }))
}

const metadataOf = (
  attributes: WithoutNull<Schemas["ProfileAttributes"]>,
  report: ReportMalformed | undefined
): UserMetadata =>
  // Boundary: the value of each entry keeps its type unless it is encrypted.
  Object.fromEntries(
    objectEntries(objectOf(attributes), report).flatMap(([key, { value, state }]) =>
      value === undefined ? [] : [[key, { value, encrypted: state !== "plain" }]]
    )
  ) as UserMetadata
