/** A bundled spec, as far as the tests of this folder read it. Everything the specs write by `$ref` is resolved by us. */
export interface Specification {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface RawOperation {
  readonly operationId: string
  readonly externalDocs: { readonly url: string }
  readonly security: ReadonlyArray<unknown>
  readonly parameters?: ReadonlyArray<Reference>
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Reference>>
}

interface Reference {
  readonly $ref: string
}

export interface Operation extends Omit<RawOperation, "parameters" | "responses"> {
  readonly method: string
  readonly path: string
  readonly parameters: ReadonlyArray<Parameter>
  readonly responses: Readonly<Record<string, Body>>
}

export interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header"
  readonly required: boolean
  readonly example: string
}

export interface Body {
  readonly content?: Readonly<Record<string, MediaType>>
}

export interface MediaType {
  readonly schema: unknown
  readonly examples: Readonly<Record<string, unknown>>
}

export interface Schema {
  readonly type?: string | ReadonlyArray<string>
  readonly description?: string
  readonly required?: ReadonlyArray<string>
  readonly properties?: Readonly<Record<string, unknown>>
  readonly additionalProperties?: unknown
  readonly items?: unknown
  readonly enum?: ReadonlyArray<string>
  readonly allOf?: ReadonlyArray<unknown>
  readonly anyOf?: ReadonlyArray<unknown>
  readonly examples?: ReadonlyArray<unknown>
  readonly "x-enhanced-errors"?: Readonly<Record<string, { readonly action: string; readonly status: number }>>
}

/** Follows a `$ref`; what is written in place is returned as it is. The type is the caller's knowledge of OpenAPI. */
export const resolve = <Node>(specification: Specification, node: unknown): Node => {
  let target = node
  while (typeof target === "object" && target !== null && "$ref" in target && typeof target.$ref === "string") {
    const [, kind = "", name = ""] = /^#\/components\/(\w+)\/(.+)$/.exec(target.$ref) ?? []
    target = specification.components[kind]?.[name]
  }
  if (target === undefined) throw new Error(`Nothing at ${JSON.stringify(node)}`)
  return target as Node
}

/** The operations in the order of the spec. */
export const operationsOf = (specification: Specification): ReadonlyArray<Operation> =>
  Object.entries(specification.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      ...raw,
      method: method.toUpperCase(),
      path,
      parameters: (raw.parameters ?? []).map((parameter) => resolve<Parameter>(specification, parameter)),
      responses: Object.fromEntries(
        Object.entries(raw.responses).map(([status, response]) => [status, resolve<Body>(specification, response)])
      )
    }))
  )

export const operationOf = (specification: Specification, operationId: string): Operation => {
  const operation = operationsOf(specification).find((candidate) => candidate.operationId === operationId)
  if (operation === undefined) throw new Error(`No operation ${operationId}`)
  return operation
}

export const schemaOf = (specification: Specification, name: string): Schema =>
  resolve<Schema>(specification, { $ref: `#/components/schemas/${name}` })

/** The properties of an object schema, those of its `allOf` included. */
export const propertiesOf = (specification: Specification, schema: Schema): Readonly<Record<string, unknown>> =>
  Object.assign(
    {},
    ...(schema.allOf ?? []).map((part) => propertiesOf(specification, resolve(specification, part))),
    schema.properties
  )

/** Values of the named examples of a response. */
export const examplesOf = (
  specification: Specification,
  operationId: string,
  status: string
): Readonly<Record<string, unknown>> => {
  const response = operationOf(specification, operationId).responses[status]
  if (response === undefined) throw new Error(`${operationId} documents no ${status}`)
  return Object.fromEntries(
    Object.values(response.content ?? {}).flatMap(({ examples }) =>
      Object.entries(examples).map(([name, example]) => [
        name,
        resolve<{ readonly value: unknown }>(specification, example).value
      ])
    )
  )
}
