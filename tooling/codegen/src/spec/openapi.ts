import type { JsonObject, JsonValue } from "../json.ts"

/** The part of OpenAPI 3.1 that the generators read, after bundling. */
export interface OpenApiDocument {
  readonly info?: { readonly title: string }
  readonly security?: ReadonlyArray<JsonObject>
  readonly paths: { readonly [path: string]: PathItem }
  readonly components?: Components
}

interface Components {
  readonly schemas?: { readonly [name: string]: Schema }
  readonly [kind: string]: { readonly [name: string]: object } | undefined
}

/** A value in place, or a pointer such as `#/components/schemas/Profile`. */
export type Referable<Value> = Value | Reference

export interface Reference {
  readonly $ref: string
}

export interface PathItem {
  readonly parameters?: ReadonlyArray<Referable<Parameter>>
  readonly [method: string]: OperationObject | ReadonlyArray<Referable<Parameter>> | undefined
}

export interface OperationObject {
  readonly operationId: string
  readonly "x-throttled"?: boolean
  readonly security?: ReadonlyArray<JsonObject>
  readonly parameters?: ReadonlyArray<Referable<Parameter>>
  readonly requestBody?: Referable<RequestBody>
  readonly responses: { readonly [status: string]: Referable<Response> }
}

export interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header" | "cookie"
  readonly required?: boolean
}

export interface RequestBody {
  readonly required?: boolean
  readonly content: Content
}

export interface Response {
  readonly headers?: { readonly [name: string]: Referable<Header> }
  readonly content?: Content
}

interface Header {
  readonly schema?: { readonly examples?: ReadonlyArray<JsonValue> }
}

interface Content {
  readonly [contentType: string]: MediaType
}

interface MediaType {
  readonly schema?: Referable<Schema>
  readonly examples?: { readonly [name: string]: Referable<Example> }
}

export interface Example {
  readonly value?: JsonValue
}

export interface Schema {
  readonly type?: string | ReadonlyArray<string>
  readonly enum?: ReadonlyArray<JsonValue>
  readonly const?: JsonValue
  readonly required?: ReadonlyArray<string>
  readonly properties?: { readonly [name: string]: Referable<Schema> }
  readonly allOf?: ReadonlyArray<Referable<Schema>>
  readonly oneOf?: ReadonlyArray<Referable<Schema>>
  readonly anyOf?: ReadonlyArray<Referable<Schema>>
  /** Whether the set of `enum` may grow. */
  readonly "x-open-enum"?: boolean
  /** The catalogue of enhanced error codes: code -> `{ action, status, meaning, reaction }`. */
  readonly "x-enhanced-errors"?: { readonly [code: string]: JsonObject }
}
