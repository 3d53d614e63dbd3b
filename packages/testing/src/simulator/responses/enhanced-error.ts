import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import type { Random } from "../randomness/random.ts"
import type { Schemas } from "../wire/schemas.ts"
import { json, type Answer } from "./answer.ts"
import { enhancedErrorMessages } from "./enhanced-error-messages.ts"

/** A code of the catalogue (docs/protocol/errors.md section 3). */
export type EnhancedErrorCode = keyof typeof enhancedErrors

const helpUrl =
  "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"

/** The error as an item of a decision; `details` is the text of a partner. */
export const enhancedErrorItem = (
  random: Random,
  code: EnhancedErrorCode,
  details?: string
): Schemas["EnhancedError"] => {
  const { action, status } = enhancedErrors[code]
  const message = enhancedErrorMessages.get(code) ?? code.replaceAll("_", " ")
  const error = { action, status, code, message, helpUrl, trace: random.uuid() }
  return details === undefined ? error : { ...error, details }
}

/** The error as a whole answer: flat, with the catalogue's status (docs/protocol/errors.md section 2). */
export const enhancedError = (random: Random, code: EnhancedErrorCode, details?: string): Answer => {
  const error = enhancedErrorItem(random, code, details)
  return json(error.status, error)
}
