import type { SentSecrets } from "../network/index.ts"

/** A JSON object of which nothing is known yet. */
export interface JsonObject {
  readonly [member: string]: unknown
}

/** The JSON object of a response body; `undefined` for HTML, truncated JSON and everything else. */
export const readJsonObject = (text: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    // The cast only forgets what is unknown anyway.
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

/**
 * The `error` of a DCR error body (docs/protocol/dcr.md, sections 4 and 5), known or not, if it looks like a code of
 * OAuth: `Forbidden` of a firewall is none. What was sent is never repeated (rule 21).
 */
export const readServerCode = (text: string, sent: SentSecrets): string | undefined => {
  const code = readJsonObject(text)?.["error"]
  if (typeof code !== "string" || code.length > 64 || !/^[a-z]+(_[a-z]+)+$/.test(code)) return undefined
  return sent.areRepeatedBy(code) ? undefined : code
}
