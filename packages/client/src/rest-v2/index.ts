export type { components, operations, paths } from "../generated/rest-v2/types.ts"
export * from "../generated/rest-v2/open-enums.ts"
export { createRestV2Client, type RestV2Client } from "./create-rest-v2-client.ts"
