import { base64, hasText } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-Device-Identifier"

/**
 * Returns `AP-Device-Identifier`: the streaming device, also when a server makes the call.
 *
 * The identifier has to be unique for the device and stable: persist it, and hash hardware identifiers with
 * {@link sha256}. Another value invalidates every profile of the user.
 *
 * Source: docs/protocol/headers.md, section 2.
 *
 * @throws {InvalidHeaderError} when the identifier is empty.
 * @example
 * ```ts
 * deviceIdentifierHeader("ba23d141-d715-561c-94f4-e9e4c966b1eb")
 * // => { "AP-Device-Identifier": "fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi" }
 * ```
 */
export const deviceIdentifierHeader = (identifier: string): { readonly [name]: string } => {
  if (hasText(identifier)) return { [name]: `fingerprint ${base64(identifier)}` }
  throw new InvalidHeaderError(name, "has an empty identifier", "Pass the persisted identifier of the streaming device")
}
