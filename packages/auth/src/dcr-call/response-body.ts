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
 * The `error` of a DCR error body (docs/protocol/dcr.md, sections 4 and 5), known or not. Longer texts are no codes, and
 * may quote what was sent (rule 21).
 */
export const readServerCode = (text: string): string | undefined => {
  const code = readJsonObject(text)?.["error"]
  return typeof code === "string" && /^[\w.-]{1,64}$/.test(code) ? code : undefined
}
