import type { components } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { readJsonObject, type JsonObject } from "../dcr-call/index.ts"
import { readText, type SentSecrets } from "../network/index.ts"
import { withTimeout } from "../runtime/index.ts"

const action = "application-registration" satisfies components["schemas"]["EnhancedErrorAction"]

/** The most bytes that are read of an enhanced error. The longest documented one has fewer than a thousand. */
const maximumErrorBytes = 16_384

/** How long, in milliseconds, the body of the error may take to arrive. */
const bodyTimeout = 5_000

/**
 * Reads the enhanced error code of a 401 that asks for a new registration: a flat body, or one below `error`
 * (docs/protocol/errors.md, section 2). Resolves to `undefined` for any other response, and for a body that is too long
 * or too slow. Reads a clone, so that the caller can still read the body.
 */
export const readApplicationRegistration = (
  response: Response,
  sent: SentSecrets
): Effect.Effect<string | undefined> => {
  if (response.status !== 401) return Effect.undefined
  // A body that breaks off has no code; the caller finds out when it reads the original.
  const text = Effect.promise((signal) => readText(response.clone(), maximumErrorBytes, signal).catch(() => undefined))
  return Effect.flatMap(
    withTimeout(text, bodyTimeout, () => Effect.undefined),
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
