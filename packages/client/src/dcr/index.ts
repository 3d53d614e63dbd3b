/**
 * The typed client of Dynamic Client Registration, its types, and the values of its enums.
 *
 * @module
 */
export type { components, operations, paths } from "../generated/dcr/types.ts"
export * from "../generated/dcr/open-enums.ts"
export { createDcrClient, type DcrClient } from "./create-dcr-client.ts"
