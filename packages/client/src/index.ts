/**
 * What Dynamic Client Registration and REST API V2 share: where requests go, headers, failures, `narrow` for results,
 * `match` for open enums, `sha256`.
 *
 * @module
 */
export type { ApiClient, ApiResult } from "./api-client/api-client.ts"
export type { ClientOptions, Destination } from "./api-client/client-options.ts"
export * from "./failure/index.ts"
export * from "./headers/index.ts"
export * from "./narrow/index.ts"
export { match, type Known } from "./open-enum/match.ts"
export { environments, type EnvironmentName } from "./origin/environments.ts"
export { InvalidOriginError } from "./origin/invalid-origin-error.ts"
export { resolveOrigin, type OriginOptions } from "./origin/resolve-origin.ts"
export { sha256 } from "./sha256.ts"
