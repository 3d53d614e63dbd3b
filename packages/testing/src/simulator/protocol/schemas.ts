import type { components } from "@tve-pass/client/rest-v2"
import type { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import type { examples } from "../../generated/dcr/examples.ts"

/** Bodies of the REST API V2 as the specs describe them. */
export type Schemas = components["schemas"]

/** An error of the two DCR operations; not an enhanced error (docs/protocol/errors.md). */
export type DcrErrorCode = ErrorCodeOf<"registerClient"> | ErrorCodeOf<"retrieveAccessToken">

type ErrorCodeOf<Id extends keyof typeof examples> = keyof (typeof examples)[Id][400]["application/json"]

/** A code of the catalogue (docs/protocol/errors.md section 3). */
export type EnhancedErrorCode = keyof typeof enhancedErrors
