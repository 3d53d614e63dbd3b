import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import { examples } from "../../generated/rest-v2/examples.ts"
import type { EnhancedErrorCode, Schemas } from "../protocol/schemas.ts"
import type { Random } from "../state/random.ts"
import { type SimulatedResponse, json } from "./simulated-response.ts"

const collect = (value: unknown, messages: Map<string, string>): void => {
  if (typeof value !== "object" || value === null) return
  if ("code" in value && "message" in value && typeof value.code === "string" && typeof value.message === "string") {
    messages.set(value.code, value.message)
  }
  for (const member of Object.values(value)) collect(member, messages)
}

/** The wording of each enhanced error in the specs' examples. A message is no identifier: samples vary it. */
export const enhancedErrorMessages: ReadonlyMap<string, string> = (() => {
  const messages = new Map<string, string>()
  collect(examples, messages)
  return messages
})()

const helpUrl =
  "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"

/** The error as an item of a decision; `details` is the message of a partner. */
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

/** The error as the whole response: flat, with the catalogue's status (docs/protocol/errors.md section 2). */
export const enhancedError = (random: Random, code: EnhancedErrorCode, details?: string): SimulatedResponse => {
  const error = enhancedErrorItem(random, code, details)
  return json(error.status, error)
}
