/**
 * Returns the SHA-256 of bytes, or of the UTF-8 bytes of a string, as 64 lower-case hexadecimal digits.
 *
 * Synchronous and without Web Crypto, which is asynchronous and missing outside secure contexts: some TV apps run
 * from `file:` or `http:`. Meant for short identifiers, such as those of devices and of TempPass users.
 *
 * Source: FIPS 180-4, section 6.2.
 *
 * @example
 * ```ts
 * sha256("user@domain.com") // => "f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7"
 * ```
 */
export const sha256 = (message: string | Uint8Array): string => {
  const { initialState, roundConstants } = constants()
  const blocks = pad(typeof message === "string" ? new TextEncoder().encode(message) : message)
  const state = Uint32Array.from(initialState)
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    compress(state, expand(blocks, offset), roundConstants)
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("")
}

/** The message, a one bit, zeros, and the length in bits as the last 8 bytes of a multiple of 64. */
const pad = (message: Uint8Array): DataView => {
  const padded = new Uint8Array(((message.length + 72) >> 6) << 6)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(padded.length - 4, message.length << 3)
  return view
}

/** The message schedule: 16 words of the block and 48 mixed from them. */
const expand = (blocks: DataView, offset: number): Uint32Array => {
  const schedule = new Uint32Array(64)
  for (let t = 0; t < 16; t++) schedule[t] = blocks.getUint32(offset + t * 4)
  for (let t = 16; t < 64; t++) {
    const early = at(schedule, t - 15)
    const late = at(schedule, t - 2)
    schedule[t] =
      (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)) +
      at(schedule, t - 7) +
      (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
      at(schedule, t - 16)
  }
  return schedule
}

const compress = (state: Uint32Array, schedule: Uint32Array, roundConstants: Uint32Array): void => {
  const round = Uint32Array.from(state)
  for (let t = 0; t < 64; t++) {
    const a = at(round, 0)
    const e = at(round, 4)
    const first =
      at(round, 7) +
      (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
      ((e & at(round, 5)) ^ (~e & at(round, 6))) +
      at(roundConstants, t) +
      at(schedule, t)
    const second =
      (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
      ((a & at(round, 1)) ^ (a & at(round, 2)) ^ (at(round, 1) & at(round, 2)))
    round.copyWithin(1, 0, 7)
    round[4] = at(round, 4) + first
    round[0] = first + second
  }
  for (let index = 0; index < 8; index++) state[index] = at(state, index) + at(round, index)
}

interface Constants {
  readonly initialState: Uint32Array
  readonly roundConstants: Uint32Array
}

let computed: Constants | undefined

/** Fractional parts of square and cube roots of the first primes; computed, since the 72 numbers would weigh more. */
const constants = (): Constants => {
  if (computed !== undefined) return computed
  const primes: Array<number> = []
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  const fractions = (root: (prime: number) => number) =>
    Uint32Array.from(primes, (prime) => (root(prime) % 1) * 0x100000000)
  computed = { initialState: fractions(Math.sqrt).subarray(0, 8), roundConstants: fractions(Math.cbrt) }
  return computed
}

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits))

// Every index above lies inside its array; the zero only satisfies the type.
const at = (words: Uint32Array, index: number): number => words[index] ?? 0
