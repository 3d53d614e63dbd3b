/** Whether a value that may come from outside the types is a string with more than white space in it. */
export const hasText = (value: unknown): value is string => typeof value === "string" && value.trim() !== ""

/** Returns an object for its members to be read: an empty one for what is no object. */
export const membersOf = <Value extends object>(value: Value): Partial<Value> =>
  typeof value === "object" && value !== null ? value : {}

/** Returns the standard Base64, with padding, of the UTF-8 bytes of a string: `btoa` alone only takes Latin-1. */
export const base64 = (value: string): string => {
  const encoded = new TextEncoder().encode(value)
  // ASCII, as most values are, has a byte for each character; anything else has more.
  if (encoded.length === value.length) return btoa(value)
  let bytes = ""
  for (const byte of encoded) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}

/** Returns the Base64 of an object as compact JSON, without what is `null`, `undefined` or no number. */
export const base64Json = (value: object): string => base64(JSON.stringify(value, withoutEmpty))

const withoutEmpty = (_name: string, member: unknown): unknown => {
  if (Array.isArray(member)) return member.filter((item) => item !== null && item !== undefined)
  return member === null || (typeof member === "number" && !Number.isFinite(member)) ? undefined : member
}
