import type { Contract } from "./api-client.ts"
import { entriesOf } from "./entries.ts"
import { mediaTypeOf } from "./headers.ts"

/**
 * Serializes a body by the contract of the operation, and sets the content type unless `headers` has one of the same
 * media type. A string counts as already serialized. Members of a form that are `undefined` or `null` are omitted.
 */
export const serializeBody = (body: unknown, headers: Headers, contract: Contract | undefined): string | undefined => {
  const documented = contract?.contentType
  if (documented !== undefined && mediaTypeOf(headers.get("content-type")) !== mediaTypeOf(documented)) {
    headers.set("content-type", documented)
  }
  if (typeof body === "string" || body === undefined) return body
  const isForm = mediaTypeOf(headers.get("content-type")) === "application/x-www-form-urlencoded"
  return isForm ? form(body) : JSON.stringify(body)
}

const form = (body: unknown): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of typeof body === "object" && body !== null ? entriesOf(body) : []) {
    if (value !== undefined && value !== null) parameters.append(name, String(value))
  }
  return parameters.toString()
}
