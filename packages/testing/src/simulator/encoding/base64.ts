const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * Characters. No header or SAML response is longer, and a regular expression over megabytes would exhaust the stack.
 */
const limit = 262_144

const decoder = new TextDecoder("utf-8", { fatal: true })

/** Returns whether a string is standard Base64 with padding, and not empty. */
export const isBase64 = (text: string): boolean => text.length <= limit && text.length % 4 === 0 && base64.test(text)

/** Decodes standard Base64 with padding that holds UTF-8; returns `undefined` for anything else. */
export const fromBase64 = (text: string): string | undefined => {
  if (!isBase64(text)) return undefined
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    // Three times as fast as `Uint8Array.from` with a function.
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Encodes the UTF-8 bytes of a string as standard Base64. */
export const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""))

/** Decodes base64url of UTF-8, such as a part of a compact JWS. */
export const fromBase64Url = (text: string): string | undefined => {
  const standard = text.replaceAll("-", "+").replaceAll("_", "/")
  return fromBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, "="))
}
