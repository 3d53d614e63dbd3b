import { enhancedErrors } from "../generated/rest-v2/enhanced-errors.ts"
import type { EnhancedError, Failure } from "./failure.ts"

/**
 * Adds to an enhanced error what the catalogue knows about its code: the action that applies, since samples contradict it
 * (C-V2-12), and the reaction. Other codes are carried as they were sent.
 */
export const withCatalogue = (error: EnhancedError): EnhancedError => {
  if (!isCatalogued(error.code)) return error
  const { action, reaction } = enhancedErrors[error.code]
  return { ...error, action, reaction }
}

/** Adds to a failure what the catalogue knows about it. */
export const failureWithCatalogue = (failure: Failure): Failure =>
  failure._tag === "EnhancedError" ? withCatalogue(failure) : failure

const isCatalogued = (code: string): code is keyof typeof enhancedErrors =>
  Object.prototype.hasOwnProperty.call(enhancedErrors, code)
