import type { Random } from "../randomness/random.ts"

/** Upper-case letters and digits, without those that are read as one another from a television. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

const form = /^[A-Z0-9]{6,7}$/

/** A code of seven characters, as in most samples, that `isTaken` does not know. */
export const drawCode = (random: Random, isTaken: (code: string) => boolean): string => {
  let code = random.text(alphabet, 7)
  while (isTaken(code)) code = random.text(alphabet, 7)
  return code
}

/** Whether a text could be a code at all; one that could not was mistyped. */
export const hasFormOfCode = (text: string): boolean => form.test(text)
