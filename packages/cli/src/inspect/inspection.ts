import { jsonObject } from "../settings/configuration-file.ts"

/** What can be read of a value without asking a server. Holds no secret. */
export interface Inspection {
  /** Members by name, in the order to show them. */
  readonly values: Readonly<Record<string, unknown>>
  /** What is wrong or missing, as sentences. */
  readonly problems: ReadonlyArray<string>
  /** What a reader has to know about this reading, as a sentence. */
  readonly notice?: string
}

/** Decodes Base64 or base64url of UTF-8; `undefined` for anything else. */
export const decodeBase64 = (text: string): string | undefined => {
  const compact = text.replace(/\s+/g, "")
  if (compact === "" || !/^[\w+/-]+={0,2}$/.test(compact)) return undefined
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(compact, "base64"))
  } catch {
    return undefined
  }
}

/** Decodes Base64 of a JSON object; `undefined` for anything else. */
export const decodeJson = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const json = decodeBase64(text)
  return json === undefined ? undefined : jsonObject(json)
}

/** The value of a header, with or without the header's name in front of it. */
export const headerValue = (name: string, text: string): string =>
  text.trim().replace(new RegExp(`^${name}:\\s*`, "i"), "")
