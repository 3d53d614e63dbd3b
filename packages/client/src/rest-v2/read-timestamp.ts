/**
 * Reads a timestamp that was sent as a number or as a string of digits (C-V2-3). Returns epoch milliseconds, or
 * `undefined` for anything else: an absent timestamp, `null`, another string.
 *
 * Source: docs/protocol/rest-api-v2.md, section 2.
 *
 * @example
 * ```ts
 * readTimestamp("1733735289035") // => 1733735289035
 * ```
 */
export const readTimestamp = (value: unknown): number | undefined => {
  const timestamp = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value
  return typeof timestamp === "number" && Number.isFinite(timestamp) ? timestamp : undefined
}

/** The period in which something is valid. Each end is absent if it did not arrive. */
export interface Validity {
  /** Epoch milliseconds. */
  readonly notBefore?: number
  /** Epoch milliseconds. */
  readonly notAfter?: number
}

/** Reads both ends of a period of validity. */
export const validityOf = (value: { readonly notBefore?: unknown; readonly notAfter?: unknown }): Validity => {
  const notBefore = readTimestamp(value.notBefore)
  const notAfter = readTimestamp(value.notAfter)
  return { ...(notBefore === undefined ? {} : { notBefore }), ...(notAfter === undefined ? {} : { notAfter }) }
}
