import { base64, hasText } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-Device-Identifier"

/**
 * Returns the header `AP-Device-Identifier`, which identifies the streaming device, also in calls of a server.
 *
 * The identifier must be unique and stable for the device: store it, and hash hardware identifiers with {@link sha256}.
 * A different value loses every profile of the viewer.
 *
 * Source: docs/protocol/headers.md, section 2.
 *
 * @throws {InvalidHeaderError} if the identifier is empty
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
