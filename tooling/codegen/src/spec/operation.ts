import { resolve } from "./resolve.ts"
import type { OpenApiDocument, OperationObject, Parameter, PathItem, Response } from "./openapi.ts"

/** An operation with everything it inherits: parameters of its path, security of its document. */
export interface Operation {
  readonly id: string
  /** Upper case, as `fetch` sends it. */
  readonly method: string
  /** Template with `{parameter}` segments. */
  readonly path: string
  readonly authorization: "bearer" | "none"
  readonly throttled: boolean
  readonly parameters: ReadonlyArray<Parameter>
  readonly responses: ReadonlyArray<readonly [status: string, response: Response]>
  readonly source: OperationObject
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

/** All operations in the order in which the spec writes them. */
export const operationsOf = (document: OpenApiDocument): ReadonlyArray<Operation> =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.includes(key))
      .map((method) => operationOf(document, path, item, method))
  )

const operationOf = (document: OpenApiDocument, path: string, item: PathItem, method: string): Operation => {
  // Boundary: the type of a key that names a method is not expressible beside `parameters`.
  const source = item[method] as OperationObject
  const security = source.security ?? document.security ?? []
  return {
    id: source.operationId,
    method: method.toUpperCase(),
    path,
    authorization: security.length > 0 ? "bearer" : "none",
    throttled: source["x-throttled"] === true,
    parameters: parametersOf(document, item, source),
    responses: Object.entries(source.responses).map(([status, response]) => [status, resolve(document, response)]),
    source
  }
}

/** A parameter of the operation replaces the one of its path with the same place and name. */
const parametersOf = (document: OpenApiDocument, item: PathItem, source: OperationObject): ReadonlyArray<Parameter> => {
  const parameters = new Map<string, Parameter>()
  for (const referable of [...(item.parameters ?? []), ...(source.parameters ?? [])]) {
    const parameter = resolve<Parameter>(document, referable)
    parameters.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...parameters.values()]
}
