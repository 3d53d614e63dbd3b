import { sha256 } from "../sha256.ts"
import { base64Json, hasText, membersOf } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-TempPass-Identity"

/** The identity of the viewer of a promotional TempPass. */
export type TemporaryAccessIdentity =
  | {
      /** The "user information key" of the TempPass configuration, for example `email`. */
      readonly key: string
      /** The viewer's input. Validate it first. */
      readonly identifier: string
      /**
       * `plain` sends the identifier unchanged. It is personal data, which Adobe asks not to send. Default `sha256`.
       */
      readonly send?: "sha256" | "plain"
      readonly value?: never
    }
  | {
      readonly key: string
      /** A value that is sent unchanged, such as a hash from your database. */
      readonly value: string
      readonly identifier?: never
      readonly send?: never
    }

/**
 * Returns the header `AP-TempPass-Identity`, the identity of the viewer, which decisions and profiles of a promotional
 * TempPass require.
 *
 * The identifier is normalised and hashed: Unicode NFC, surrounding white space removed, lower case, then SHA-256 in
 * lower-case hexadecimal digits (C-H-8). Compute the hash in the same way elsewhere, for example to reset the pass. An
 * identifier of 64 or 128 hexadecimal digits counts as a SHA-256 or SHA-512 hash and is not hashed again.
 *
 * Source: docs/protocol/headers.md, section 9.
 *
 * @throws {InvalidHeaderError} if the key, the identifier or the value is empty
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
