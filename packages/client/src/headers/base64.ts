import { withoutNull } from "../without-null.ts"

/** Standard Base64 with padding of the UTF-8 bytes of a text: `btoa` alone only takes Latin-1. */
export const base64 = (text: string): string => {
  let bytes = ""
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}

/** Base64 of an object as compact JSON, without what is `null`, `undefined` or no number. */
export const base64Json = (value: object): string => base64(JSON.stringify(withoutNull(value)))
