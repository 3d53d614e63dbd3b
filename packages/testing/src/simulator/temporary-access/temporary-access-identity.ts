import { fromBase64 } from "../encoding/base64.ts"
import { parseJsonObject } from "../encoding/json-object.ts"

/**
 * The identity in AP-TempPass-Identity: the Base64 of a JSON object with one text, plain or hashed
 * (docs/protocol/headers.md section 9). `undefined` if it is missing or invalid.
 */
export const temporaryAccessIdentityOf = (header: string | null): string | undefined => {
  if (header === null) return undefined
  const members = Object.entries(parseJsonObject(fromBase64(header)) ?? {})
  const [name, value] = members[0] ?? []
  return typeof value === "string" && value !== "" ? `${name}=${value}` : undefined
}
