import { validityOf, type Validity } from "./read-timestamp.ts"
import { withoutNull, type WithoutNull } from "../without-null.ts"
import type { Schemas } from "./schemas.ts"

/** Proof that the user is authenticated with an MVPD. */
export interface AuthenticatedProfile extends Validity {
  /** Id of the MVPD: the key in the answer. `issuer` may name another (C-V2-19). */
  readonly mvpd: string
  readonly issuer: string
  readonly type: Schemas["ProfileType"]
  /** User metadata by key. */
  readonly attributes: UserMetadata
}

/** User metadata by key: the known ones with their types, and any others. */
export type UserMetadata = {
  readonly [Key in keyof Schemas["ProfileAttributes"]]: MetadataValue<
    NonNullable<Schemas["ProfileAttributes"][Key]>["value"]
  >
}

/** A readable value, or one that only the programmer's certificate decrypts. */
export type MetadataValue<Value> =
  | { readonly encrypted: false; readonly value: Value }
  | { readonly encrypted: true; readonly value: string }

/**
 * Reads profiles as a list, empty when the user is not authenticated: the MVPD id from the key, timestamps in
 * milliseconds, and whether each attribute is encrypted, however that is spelled (C-V2-10).
 *
 * Source: docs/protocol/rest-api-v2.md, section 11.
 *
 * @example
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
 */
export const readProfiles = (answer: Schemas["Profiles"]): ReadonlyArray<AuthenticatedProfile> =>
  Object.entries(withoutNull(answer).profiles ?? {}).map(([mvpd, { attributes, notBefore, notAfter, ...others }]) => ({
    ...others,
    mvpd,
    attributes: metadataOf(attributes),
    ...validityOf({ notBefore, notAfter })
  }))

const metadataOf = (attributes: WithoutNull<Schemas["ProfileAttributes"]>): UserMetadata =>
  // Boundary: entry by entry, the value keeps its type unless it is encrypted.
  Object.fromEntries(
    Object.entries(attributes ?? {}).flatMap(([key, { value, state }]) =>
      value === undefined ? [] : [[key, { value, encrypted: state !== "plain" }]]
    )
  ) as UserMetadata
