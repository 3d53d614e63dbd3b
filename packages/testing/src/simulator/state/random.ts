/** A seeded random generator: the same seed gives the same identifiers, codes and fault draws. */
export interface Random {
  /** Returns a number from 0 up to, but not including, 1. */
  next(): number
  /** Returns `length` random characters of `alphabet`. */
  string(alphabet: string, length: number): string
  /** Returns a string with the form of a version 4 UUID. */
  uuid(): string
}

const hexadecimal = "0123456789abcdef"

/** The generator "mulberry32": small, fast, and sufficient for identifiers that protect nothing. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  // Created in one step, because appending would leave a tree of one-letter strings in memory, forty times the size.
  const string = (alphabet: string, length: number) =>
    String.fromCharCode(...Array.from({ length }, () => alphabet.charCodeAt(Math.floor(next() * alphabet.length))))
  return {
    next,
    string,
    uuid: () =>
      `${string(hexadecimal, 8)}-${string(hexadecimal, 4)}-4${string(hexadecimal, 3)}-${string("89ab", 1)}${string(hexadecimal, 3)}-${string(hexadecimal, 12)}`
  }
}
