import type { components } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { readJsonObject, type JsonObject } from "../dcr-call/index.ts"
import { readText, type SentSecrets } from "../network/index.ts"
import { withTimeout } from "../runtime/index.ts"

const action = "application-registration" satisfies components["schemas"]["EnhancedErrorAction"]

/** Bytes of an enhanced error, of which the longest documented one has less than a thousand. */
const longestError = 16_384

/** Milliseconds in which the error has to arrive. */
const patience = 5_000

/**
 * The enhanced error code of a 401 that asks for a new registration, flat or below `error` (docs/protocol/errors.md,
 * section 2); `undefined` for any other response, and for one that is too long or too slow. Leaves the body to the
 * caller.
 */
export const readApplicationRegistration = (
  response: Response,
  sent: SentSecrets
): Effect.Effect<string | undefined> => {
  if (response.status !== 401) return Effect.undefined
  // A body that breaks off names no code; the caller reads it again.
  const text = Effect.promise((signal) => readText(response.clone(), longestError, signal).catch(() => undefined))
  return Effect.flatMap(
    withTimeout(text, patience, () => Effect.undefined),
    (found) => Effect.succeed(found === undefined ? undefined : codeOf(readJsonObject(found), sent))
  )
}

const codeOf = (body: JsonObject | undefined, sent: SentSecrets): string | undefined => {
  const nested = body?.["error"]
  const error: JsonObject | undefined = typeof nested === "object" && nested !== null ? { ...nested } : body
  if (error?.["action"] !== action) return undefined
  const code: unknown = error["code"]
  return typeof code === "string" && /^[a-z]\w{0,63}$/.test(code) && !sent.areRepeatedBy(code) ? code : action
}
