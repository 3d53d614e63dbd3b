import type { OpenApiDocument } from "@tve-pass/codegen/spec/openapi"
import { operationsOf } from "@tve-pass/codegen/spec/operation"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import { inject } from "vitest"
import type { OperationId } from "../../src/index.ts"

/** What the specs say of one response: a validator for each content type, or nothing at all. */
type Documented = ReadonlyMap<string, () => ValidateFunction>

/** Every documented response, by operation and status. Validators are compiled when they are first needed. */
const documentedResponses = (documents: ReadonlyArray<OpenApiDocument>): ReadonlyMap<string, Documented> => {
  const responses = new Map<string, Documented>()
  for (const [index, document] of documents.entries()) {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    // Boundary: ajv-formats is typed for the CommonJS ajv.
    ;(addFormats as unknown as (instance: Ajv2020) => void)(ajv)
    const id = `https://specs.example/${index}`
    ajv.addSchema({ ...document, $id: id })
    for (const operation of operationsOf(document)) {
      for (const [status, { content = {} }] of operation.responses) {
        const documented = Object.entries(content).map(([contentType, { schema = {} }]) => {
          let validate: ValidateFunction | undefined
          return [contentType, () => (validate ??= ajv.compile(relocated(schema, id)))] as const
        })
        responses.set(`${operation.id} ${status}`, new Map(documented))
      }
    }
  }
  return responses
}

/** The schema with its references into the document made absolute. */
const relocated = (schema: object, id: string): object =>
  JSON.parse(JSON.stringify(schema).replaceAll(`"$ref":"#`, `"$ref":"${id}#`))

let responses: ReadonlyMap<string, Documented> | undefined

/** Throws unless the specs document this response of the operation: its status, its content type and its body. */
export const checkResponse = async (operation: OperationId, response: Response): Promise<void> => {
  responses ??= documentedResponses(inject("specs"))
  const place = `${operation} ${response.status}`
  const documented = responses.get(place)
  if (documented === undefined) throw new Error(`The specs do not document ${place}.`)
  const body = await response.clone().text()
  // "The body may also be empty", and a redirect has none.
  if (body === "" && (response.status >= 400 || documented.size === 0)) return
  const contentType = response.headers.get("content-type")?.split(";")[0] ?? "none"
  const validate = documented.get(contentType)?.()
  if (validate === undefined) throw new Error(`The specs document no ${contentType} of ${place}.`)
  if (validate(contentType === "application/json" ? JSON.parse(body) : body)) return
  throw new Error(`The body of ${place} is not as specified: ${JSON.stringify(validate.errors)}\n${body}`)
}
