import type { operations as DcrOperations } from "@tve-pass/client/dcr"
import type { operations as RestV2Operations } from "@tve-pass/client/rest-v2"
import type { examples as dcrExamples } from "../../generated/dcr/examples.ts"
import type { examples as restV2Examples } from "../../generated/rest-v2/examples.ts"

/** Operations by name, as the specs type them. */
export interface Documented extends DcrOperations, RestV2Operations {}

/** An operation of either API by its `operationId`. */
export type OperationName = keyof Documented

/** Statuses an operation documents. */
export type StatusOf<Name extends OperationName> = keyof Documented[Name]["responses"] & number

/** Bodies of a response, by content type; `never` without a body. */
export type ContentOf<
  Name extends OperationName,
  Status extends StatusOf<Name>
> = Documented[Name]["responses"][Status] extends { readonly content: infer Content } ? Content : never

/** Path parameters of an operation. */
export type ParametersOf<Name extends OperationName> = Documented[Name] extends {
  readonly parameters: { readonly path: infer Parameters }
}
  ? Parameters
  : Record<never, never>

type Examples = typeof dcrExamples & typeof restV2Examples

type ValueOf<Type> = Type[keyof Type]

/** Names of the examples that the specs give for an operation, of every status. */
export type ExampleOf<Name extends OperationName> = {
  [Status in keyof Examples[Name]]: ValueOf<{
    [ContentType in keyof Examples[Name][Status]]: keyof Examples[Name][Status][ContentType]
  }>
}[keyof Examples[Name]] &
  string
