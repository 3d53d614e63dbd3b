import type { AuthenticatedProfile } from "@tve-pass/client/rest-v2"
import * as Redacted from "effect/Redacted"
import type { Access } from "./access.ts"

/**
 * Returns the profile of an access: issuer, validity, and the user metadata, which is personal data. Do not log it.
 *
 * Source: docs/protocol/rest-api-v2.md, section 11.
 *
 * @example
 * ```ts
 * const { attributes } = readProfile(access)
 * console.log(Object.keys(attributes)) // the values describe the viewer
 * ```
 */
export const readProfile = ({ profile }: Pick<Access, "profile">): AuthenticatedProfile => Redacted.value(profile)
