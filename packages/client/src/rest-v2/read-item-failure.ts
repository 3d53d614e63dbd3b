import { withCatalogue } from "../failure/catalogue.ts"
import { enhancedErrorOf } from "../failure/enhanced-error.ts"
import type { EnhancedError } from "../failure/failure.ts"

/**
 * Reads the `error` of one element of an answer with status 200, such as a decision: the same value that a failed call
 * gives, so that one handler serves both. `undefined` for an element without an error.
 *
 * Source: docs/protocol/errors.md, section 2.
 *
 * @example
 * readItemFailure({ resource: "REF30", authorized: false, error: { code: "network_received_error", status: 403 } }).action
 * // => "retry"
 */
export const readItemFailure = (item: { readonly error?: unknown }): EnhancedError | undefined => {
  const error = enhancedErrorOf(item.error, 200, 200)
  return error && withCatalogue(error)
}
