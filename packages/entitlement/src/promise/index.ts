/**
 * The viewer's flows with promises: `createEntitlement`.
 *
 * @module
 */
export type { Entitlement, OpenUserAgent, PartnerSignInResult } from "./entitlement.ts"
export * from "../public-types.ts"
export { EntitlementError, type EntitlementErrorReason } from "../errors/entitlement-error.ts"
