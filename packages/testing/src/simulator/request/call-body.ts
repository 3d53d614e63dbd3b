import { parseJsonObject } from "../encoding/json-object.ts"
import type { Operation } from "../protocol/operations.ts"

/** The parameters of a query or a form. */
export interface Parameters {
  /** Values by name. If a name is repeated, the last value. */
  readonly parameters: Readonly<Record<string, string>>
  /** Names that occur more than once. */
  readonly repeated: ReadonlyArray<string>
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

/** Reads the body as a string. If it has more than `limit` bytes, stops reading and resolves to `undefined`. */
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
      // Not awaited, because for a cloned request it waits until the clone is cancelled too.
      reader.cancel().catch(() => undefined)
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** The body of a request, parsed by the content type of its operation. */
export type CallBody =
  | { readonly _tag: "None" }
  | ({ readonly _tag: "Form"; readonly size: number } & Parameters)
  | {
      readonly _tag: "Json"
      readonly value: Readonly<Record<string, unknown>>
      readonly repeated: ReadonlyArray<string>
      /** The number of characters of the JSON. */
      readonly size: number
    }
  | { readonly _tag: "Unreadable"; readonly reason: "contentType" | "malformed" | "tooLarge" }

export const absentBody: CallBody = { _tag: "None" }

const form = "application/x-www-form-urlencoded"

const mediaType = (contentType: string) => (contentType.split(";", 1)[0] ?? "").trim().toLowerCase()

/** Reads at most `limit` bytes of the body. Never rejects because of its content. */
export const readCallBody = async (
  request: Request,
  expected: NonNullable<Operation["requestBody"]>,
  limit: number
): Promise<CallBody> => {
  const text = await readText(request, limit)
  if (text === undefined) return { _tag: "Unreadable", reason: "tooLarge" }
  const sent = mediaType(request.headers.get("content-type") ?? "")
  if (sent !== mediaType(expected.contentType)) return { _tag: "Unreadable", reason: "contentType" }
  if (sent === form) return { _tag: "Form", size: text.length, ...readParameters(new URLSearchParams(text)) }
  return parseJson(text, expected.properties)
}

const parseJson = (json: string, properties: ReadonlyArray<{ readonly name: string }>): CallBody => {
  const value = parseJsonObject(json)
  if (value === undefined) return { _tag: "Unreadable", reason: "malformed" }
  const repeated = properties.filter(({ name }) => json.split(new RegExp(`(?<!\\\\)"${name}"\\s*:`)).length > 2)
  return { _tag: "Json", value, repeated: repeated.map(({ name }) => name), size: json.length }
}
