import type { components } from "../generated/rest-v2/types.ts"

/** The schemas of the REST API V2 by name: `Schemas["Session"]`. */
export type Schemas = components["schemas"]
