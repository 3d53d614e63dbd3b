import type { Operation } from "../protocol/operations.ts"

/** The parameters of a query or a form. */
export interface Parameters {
  /** By name; of several the last. */
  readonly parameters: Readonly<Record<string, string>>
  /** Names that occur more than once. */
  readonly repeated: readonly string[]
}

export const readParameters = (pairs: URLSearchParams): Parameters => {
  const parameters = new Map<string, string>()
  const repeated = new Set<string>()
  for (const [name, value] of pairs) {
    if (parameters.has(name)) repeated.add(name)
    parameters.set(name, value)
  }
  return { parameters: Object.fromEntries(parameters), repeated: [...repeated] }
}

/** The body as text; `undefined` when it has more than `limit` bytes, the rest of which is not read. */
export const readText = async (request: Request, limit: number): Promise<string | undefined> => {
  if (request.body === null) return ""
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let text = ""
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > limit) {
      // Not awaited: of a request that was cloned, it waits for the clone to be given up as well.
      reader.cancel().catch(() => undefined)
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}

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
