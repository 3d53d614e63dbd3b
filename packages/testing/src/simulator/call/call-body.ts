import type { Operation } from "../operations/operation.ts"
import { readParameters, type Parameters } from "./parameters.ts"
import { readText } from "./read-text.ts"

/** The body of a request, parsed as its operation wants it. */
export type CallBody =
  | { readonly _tag: "None" }
  | ({ readonly _tag: "Form"; readonly size: number } & Parameters)
  | {
      readonly _tag: "Json"
      readonly value: Readonly<Record<string, unknown>>
      readonly repeated: readonly string[]
      /** Characters of the text. */
      readonly size: number
    }
  | { readonly _tag: "Unreadable"; readonly reason: "contentType" | "malformed" | "tooLarge" }

const form = "application/x-www-form-urlencoded"

const mediaType = (contentType: string) => (contentType.split(";", 1)[0] ?? "").trim().toLowerCase()

/** Reads at most `limit` bytes; never rejects on what a client may send. */
export const readCallBody = async (request: Request, operation: Operation, limit: number): Promise<CallBody> => {
  const expected = operation.requestBody
  if (expected === undefined) return { _tag: "None" }
  const text = await readText(request, limit)
  if (text === undefined) return { _tag: "Unreadable", reason: "tooLarge" }
  const sent = mediaType(request.headers.get("content-type") ?? "")
  if (sent !== mediaType(expected.contentType)) return { _tag: "Unreadable", reason: "contentType" }
  if (sent === form) return { _tag: "Form", size: text.length, ...readParameters(new URLSearchParams(text)) }
  return parseJson(text, expected.properties)
}

const parseJson = (text: string, properties: readonly { readonly name: string }[]): CallBody => {
  const value = parse(text)
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { _tag: "Unreadable", reason: "malformed" }
  }
  const repeated = properties.filter(({ name }) => text.split(new RegExp(`(?<!\\\\)"${name}"\\s*:`)).length > 2)
  return { _tag: "Json", value: { ...value }, repeated: repeated.map(({ name }) => name), size: text.length }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
