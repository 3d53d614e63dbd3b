import type { Operation } from "../operations/operation.ts"
import { readText } from "./read-text.ts"

/** The body of a request, parsed as its operation wants it. */
export type CallBody =
  | { readonly _tag: "None" }
  | {
      readonly _tag: "Form"
      readonly parameters: Readonly<Record<string, string>>
      /** Names that occur more than once. */
      readonly repeated: readonly string[]
    }
  | {
      readonly _tag: "Json"
      readonly value: Readonly<Record<string, unknown>>
      readonly repeated: readonly string[]
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
  return sent === form ? parseForm(text) : parseJson(text, expected.properties)
}

const parseForm = (text: string): CallBody => {
  const parameters = new Map<string, string>()
  const repeated = new Set<string>()
  for (const [name, value] of new URLSearchParams(text)) {
    if (parameters.has(name)) repeated.add(name)
    parameters.set(name, value)
  }
  return { _tag: "Form", parameters: Object.fromEntries(parameters), repeated: [...repeated] }
}

const parseJson = (text: string, properties: readonly { readonly name: string }[]): CallBody => {
  const value = parse(text)
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { _tag: "Unreadable", reason: "malformed" }
  }
  const repeated = properties.filter(({ name }) => text.split(new RegExp(`(?<!\\\\)"${name}"\\s*:`)).length > 2)
  return { _tag: "Json", value: { ...value }, repeated: repeated.map(({ name }) => name) }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
