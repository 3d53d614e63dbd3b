/** Returns whether a value, which may not have the declared type, is a string with more than white space. */
export const hasText = (value: unknown): value is string => typeof value === "string" && value.trim() !== ""

/** Returns the object, or an empty one if the value is not an object, so that its members can be read. */
export const membersOf = <Value extends object>(value: Value): Partial<Value> =>
  typeof value === "object" && value !== null ? value : {}

/** Returns the standard Base64, with padding, of the UTF-8 bytes of a string. `btoa` alone accepts only Latin-1. */
export const base64 = (value: string): string => {
  const encoded = new TextEncoder().encode(value)
  // Most values are ASCII, which has one byte for each character. Other characters have more.
  if (encoded.length === value.length) return btoa(value)
  let bytes = ""
  for (const byte of encoded) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}

/** Returns the Base64 of an object as compact JSON, without members that are `null`, `undefined` or `NaN`. */
export const base64Json = (value: object): string => base64(JSON.stringify(value, withoutEmpty))

const withoutEmpty = (_name: string, member: unknown): unknown => {
  if (Array.isArray(member)) return member.filter((item) => item !== null && item !== undefined)
  return member === null || (typeof member === "number" && !Number.isFinite(member)) ? undefined : member
}
