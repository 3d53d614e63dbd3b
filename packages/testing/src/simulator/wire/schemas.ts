import type { components } from "@tve-pass/client/rest-v2"

/** Bodies of the REST API V2 as the specs describe them. */
export type Schemas = components["schemas"]
