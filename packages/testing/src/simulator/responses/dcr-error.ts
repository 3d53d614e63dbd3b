import type { examples } from "../../generated/dcr/examples.ts"
import { json, type Answer } from "./answer.ts"

/** An error of the two DCR operations; not an enhanced error (docs/protocol/errors.md). */
export type DcrErrorCode = ErrorCodeOf<"registerClient"> | ErrorCodeOf<"retrieveAccessToken">

type ErrorCodeOf<Id extends keyof typeof examples> = keyof (typeof examples)[Id][400]["application/json"]

export const dcrError = (error: DcrErrorCode): Answer => json(400, { error })
