import { boundedText } from "./bounded-text.ts"
import type { Failure } from "./failure.ts"
import { failureOf } from "./failure-of.ts"

/** Bytes of a body that are read; enhanced errors have about 500. */
const bodyLimit = 64 * 1024

/**
 * Reads why a call failed as {@link readFailure} does, without the catalogue of enhanced errors, which is most of its
 * size: `action` is what the server sent, and there is no `reaction`.
 */
export const readFailureAsSent = async (response: Response): Promise<Failure | undefined> =>
  // A body that nobody needs is read as well: it would keep its connection busy.
  failureOf(response, jsonOrText(await boundedText(response, bodyLimit)))

const jsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
