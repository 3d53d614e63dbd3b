import { isBase64 } from "../encoding/base64.ts"

const scheme = "fingerprint "

/**
 * The identifier of AP-Device-Identifier, still in Base64: nothing else of it matters here. `undefined` if the value is
 * not `fingerprint <base64>` (docs/protocol/headers.md section 2).
 */
export const deviceIdentifierOf = (header: string | null): string | undefined => {
  if (header === null || !header.startsWith(scheme)) return undefined
  const identifier = header.slice(scheme.length)
  return isBase64(identifier) ? identifier : undefined
}
