import type { components } from "@tve-pass/client/rest-v2"
import { readJsonObject, type JsonObject } from "../dcr-call/index.ts"

const action = "application-registration" satisfies components["schemas"]["EnhancedErrorAction"]

/**
 * The enhanced error code of a 401 that asks for a new registration, flat or below `error` (docs/protocol/errors.md,
 * section 2); `undefined` for any other response. Leaves the body to the caller.
 */
export const readApplicationRegistration = async (response: Response): Promise<string | undefined> => {
  if (response.status !== 401) return undefined
  // A body that stops halfway is no answer to this question; the caller will meet it again.
  const text = await response
    .clone()
    .text()
    .catch(() => "")
  const body = readJsonObject(text)
  const nested = body?.["error"]
  const error: JsonObject | undefined = typeof nested === "object" && nested !== null ? { ...nested } : body
  if (error?.["action"] !== action) return undefined
  const code: unknown = error["code"]
  return typeof code === "string" && /^\w{1,64}$/.test(code) ? code : action
}
