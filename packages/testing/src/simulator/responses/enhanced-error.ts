import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import type { World } from "../world.ts"
import { json, type Answer } from "./answer.ts"
import { enhancedErrorMessages } from "./enhanced-error-messages.ts"

/** A code of the catalogue (docs/protocol/errors.md section 3). */
export type EnhancedErrorCode = keyof typeof enhancedErrors

export interface EnhancedError {
  readonly action: string
  readonly status: number
  readonly code: string
  readonly message: string
  readonly details?: string
  readonly helpUrl: string
  readonly trace: string
}

const helpUrl =
  "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"

/** The error as an item of a decision; `details` is the text of a partner. */
export const enhancedErrorItem = (world: World, code: EnhancedErrorCode, details?: string): EnhancedError => {
  const { action, status } = enhancedErrors[code]
  const message = enhancedErrorMessages.get(code) ?? code.replaceAll("_", " ")
  const error = { action, status, code, message, helpUrl, trace: world.random.uuid() }
  return details === undefined ? error : { ...error, details }
}

/** The error as a whole answer: flat, with the catalogue's status (docs/protocol/errors.md section 2). */
export const enhancedError = (world: World, code: EnhancedErrorCode, details?: string): Answer => {
  const error = enhancedErrorItem(world, code, details)
  return json(error.status, error)
}
