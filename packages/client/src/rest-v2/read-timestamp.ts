/**
 * Returns a timestamp in epoch milliseconds, sent as a number or as a string of digits (C-V2-3); `undefined` for anything
 * else: an absent timestamp, `null`, another string.
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

/** When something is valid; each end is absent where it did not arrive. */
export interface Validity {
  /** Epoch milliseconds. */
  readonly notBefore?: number
  /** Epoch milliseconds. */
  readonly notAfter?: number
}

/** Both ends of a validity in milliseconds. */
export const validityOf = (value: { readonly notBefore?: unknown; readonly notAfter?: unknown }): Validity => {
  const notBefore = readTimestamp(value.notBefore)
  const notAfter = readTimestamp(value.notAfter)
  return { ...(notBefore === undefined ? {} : { notBefore }), ...(notAfter === undefined ? {} : { notAfter }) }
}
