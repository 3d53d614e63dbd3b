import { enhancedErrors } from "../generated/rest-v2/enhanced-errors.ts"
import type { EnhancedError, Failure } from "./failure.ts"

/**
 * Adds the action and the reaction of the catalogue to an enhanced error. The action replaces the received one, because
 * samples contradict the catalogue (C-V2-12). Errors with unknown codes are returned unchanged.
 */
export const withCatalogue = (error: EnhancedError): EnhancedError => {
  if (!isCatalogued(error.code)) return error
  const { action, reaction } = enhancedErrors[error.code]
  return { ...error, action, reaction }
}

/** Adds the action and the reaction of the catalogue to a failure. */
export const failureWithCatalogue = (failure: Failure): Failure =>
  failure._tag === "EnhancedError" ? withCatalogue(failure) : failure

const isCatalogued = (code: string): code is keyof typeof enhancedErrors =>
  Object.prototype.hasOwnProperty.call(enhancedErrors, code)
