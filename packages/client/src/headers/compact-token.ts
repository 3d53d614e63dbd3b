import { InvalidHeaderError } from "./invalid-header-error.ts"

// Parts in base64url: nothing in them can end the header (CR, LF). An unsigned JWS has an empty third part.
const signed = /^[\w-]+(?:\.[\w-]+){2}$/
// The second part of a JWE, the encrypted key, is empty for some algorithms.
const encrypted = /^[\w-]+\.[\w-]*(?:\.[\w-]+){3}$/
const remedy = "Pass the token as it was issued"

/** A compact JWS with a signature. */
export const compactJws = (header: string, token: string): string => {
  if (typeof token === "string" && signed.test(token)) return token
  throw new InvalidHeaderError(header, "is not a signed compact JWS", remedy)
}

/** A compact JWS with a signature, or a compact JWE. */
export const compactJwsOrJwe = (header: string, token: string): string => {
  if (typeof token === "string" && (signed.test(token) || encrypted.test(token))) return token
  throw new InvalidHeaderError(header, "is neither a signed compact JWS nor a compact JWE", remedy)
}
