import { jsonObject } from "../settings/configuration-file.ts"

/** The readable part of a value, without a request to a server. Contains no secret. */
export interface Inspection {
  /** Members by name, in the order to show them. */
  readonly values: Readonly<Record<string, unknown>>
  /** Problems and missing members, as sentences. */
  readonly problems: ReadonlyArray<string>
  /** A caveat for the reader, as a sentence. */
  readonly notice?: string
}

/** Decodes Base64 or base64url of UTF-8. Returns `undefined` for anything else. */
export const decodeBase64 = (text: string): string | undefined => {
  const compact = text.replace(/\s+/g, "")
  if (compact === "" || !/^[\w+/-]+={0,2}$/.test(compact)) return undefined
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(compact, "base64"))
  } catch {
    return undefined
  }
}

/** Decodes Base64 of a JSON object. Returns `undefined` for anything else. */
export const decodeJson = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const json = decodeBase64(text)
  return json === undefined ? undefined : jsonObject(json)
}

/** Returns the value of a header from a line with or without the header's name. */
export const headerValue = (name: string, text: string): string =>
  text.trim().replace(new RegExp(`^${name}:\\s*`, "i"), "")
