/**
 * A key as a file name: injective also where file names ignore case. Everything but `a-z`, `0-9`, `.` and `-` is
 * written as `%` and the hexadecimal digits of its UTF-8 bytes.
 */
export const fileName = (key: string): string =>
  key.replace(/[^a-z\d.-]/gu, (character) =>
    Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")
  )
