/**
 * Returns the file name of a key, unique even on file systems that ignore case. Characters other than `a-z`, `0-9`, `.`
 * and `-` become `%` and the hexadecimal digits of their UTF-8 bytes.
 */
export const fileName = (key: string): string =>
  key.replace(/[^a-z\d.-]/gu, (character) =>
    Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")
  )
