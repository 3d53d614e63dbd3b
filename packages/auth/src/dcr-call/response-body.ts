import type { SentSecrets } from "../network/index.ts"

/** A JSON object with unknown members. */
export interface JsonObject {
  readonly [member: string]: unknown
}

/** Parses the JSON object of a response body. Returns `undefined` for HTML, truncated JSON and everything else. */
export const readJsonObject = (text: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    // The members of the cast type are unknown, so the cast asserts nothing.
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

/**
 * Returns the `error` of a DCR error body (docs/protocol/dcr.md, sections 4 and 5), known or unknown, if it has the
 * form of an OAuth code. `Forbidden` of a firewall has not. Never returns a part of the request (rule 21, no secrets).
 */
export const readServerCode = (text: string, sent: SentSecrets): string | undefined => {
  const code = readJsonObject(text)?.["error"]
  if (typeof code !== "string" || code.length > 64 || !/^[a-z]+(_[a-z]+)+$/.test(code)) return undefined
  return sent.areRepeatedBy(code) ? undefined : code
}
