/**
 * Returns the SHA-256 of bytes, or of the UTF-8 bytes of a string, as 64 lower-case hexadecimal digits.
 *
 * Synchronous and without Web Crypto, which is asynchronous and missing outside secure contexts: some TV apps run from
 * `file:` or `http:`. Intended for short identifiers, for example of devices and of TempPass viewers.
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
  const state = initialState.slice()
  const schedule = new Int32Array(64)
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    expand(schedule, blocks, offset)
    compress(state, schedule, roundConstants)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("")
}

/**
 * Returns the message, a one bit, zeros, and the length in bits as the last 8 bytes. The size is a multiple of 64
 * bytes.
 */
const pad = (message: Uint8Array): DataView => {
  const padded = new Uint8Array(((message.length + 72) >> 6) << 6)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(padded.length - 4, message.length << 3)
  return view
}

/** Fills the message schedule: 16 words of the block, and 48 words derived from them. */
const expand = (schedule: Int32Array, blocks: DataView, offset: number): void => {
  for (let t = 0; t < 16; t++) schedule[t] = blocks.getInt32(offset + t * 4)
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15] ?? 0
    const late = schedule[t - 2] ?? 0
    schedule[t] =
      (((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10)) +
      (schedule[t - 7] ?? 0) +
      (((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)) +
      (schedule[t - 16] ?? 0)
  }
}

// Uses local variables and no calls, so that engines keep the words in registers. Every index is inside its array; the
// default zeros only satisfy the types.
const compress = (state: Int32Array, schedule: Int32Array, roundConstants: Int32Array): void => {
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let t = 0; t < 64; t++) {
    const mixed = (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g))
    const first = (h + mixed + (roundConstants[t] ?? 0) + (schedule[t] ?? 0)) | 0
    const second =
      (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const words = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < 8; index++) state[index] = (state[index] ?? 0) + (words[index] ?? 0)
}

interface Constants {
  readonly initialState: Int32Array
  readonly roundConstants: Int32Array
}

let computed: Constants | undefined

/**
 * Returns the fractional parts of square and cube roots of the first primes. Computing them takes less code than 72
 * numbers.
 */
const constants = (): Constants => {
  if (computed !== undefined) return computed
  const primes: Array<number> = []
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  // Truncated to 32 bits first, because not every engine stores the low bits of larger numbers.
  const fractions = (root: (prime: number) => number) =>
    Int32Array.from(primes, (prime) => ((root(prime) % 1) * 0x100000000) | 0)
  computed = { initialState: fractions(Math.sqrt).slice(0, 8), roundConstants: fractions(Math.cbrt) }
  return computed
}
