import { sha256 } from "../sha256.ts"
import { base64Json, hasText, membersOf } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-TempPass-Identity"

/** Who uses a promotional TempPass. */
export type TemporaryAccessIdentity =
  | {
      /** "User information key" agreed in the TempPass configuration, for instance `email`. */
      readonly key: string
      /** What the user entered. Validate it before. */
      readonly identifier: string
      /** `plain` sends the identifier as it is: personal data that Adobe asks not to send. Default `sha256`. */
      readonly send?: "sha256" | "plain"
      readonly value?: never
    }
  | {
      readonly key: string
      /** Value to send as it is, such as a hash that the user database holds already. */
      readonly value: string
      readonly identifier?: never
      readonly send?: never
    }

/**
 * Returns `AP-TempPass-Identity`: identity of a promotional TempPass, required for its decisions and profiles.
 *
 * The identifier is normalised and hashed: Unicode NFC, surrounding white space removed, lower case, then SHA-256 in
 * lower-case hexadecimal digits (C-H-8). Do the same wherever else the hash is computed, such as for a reset of the
 * pass. What is 64 or 128 hexadecimal digits already counts as a SHA-256 or SHA-512 hash and is not hashed again.
 *
 * Source: docs/protocol/headers.md, section 9.
 *
 * @throws {InvalidHeaderError} when the key or what identifies the user is empty.
 * @example
 * ```ts
 * temporaryAccessIdentityHeader({ key: "email", identifier: " User@domain.com" })
 * // => temporaryAccessIdentityHeader({ key: "email", value: sha256("user@domain.com") })
 * temporaryAccessIdentityHeader({ key: "email", identifier: "foo@bar.com", send: "plain" })
 * // => { "AP-TempPass-Identity": "eyJlbWFpbCI6ImZvb0BiYXIuY29tIn0=" }
 * ```
 */
export const temporaryAccessIdentityHeader = (identity: TemporaryAccessIdentity): { readonly [name]: string } => {
  const { key, identifier, send, value = identifier } = membersOf(identity)
  if (!hasText(key))
    throw new InvalidHeaderError(name, "has no key", "Pass the key agreed in the TempPass configuration")
  if (!hasText(value)) throw new InvalidHeaderError(name, "has no identity", "Pass what identifies the user")
  const ready = identity.value !== undefined || send === "plain"
  return { [name]: base64Json({ [key]: ready ? value : hashed(value) }) }
}

const hashed = (identifier: string): string => {
  const normalised = identifier.normalize("NFC").trim().toLowerCase()
  return /^(?:[\da-f]{64}){1,2}$/.test(normalised) ? normalised : sha256(normalised)
}
