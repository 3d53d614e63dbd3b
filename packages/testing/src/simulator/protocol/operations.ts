import { operations as dcrOperations } from "@tve-pass/client/dcr/operations"
import { operations as restV2Operations } from "@tve-pass/client/rest-v2/operations"

type OperationTable = typeof dcrOperations & typeof restV2Operations

/** Name of one of the documented operations, as in the specs. */
export type OperationId = keyof OperationTable

export interface Parameter {
  readonly name: string
  readonly required: boolean
}

/** The generated table of an operation. */
export interface Operation {
  readonly id: OperationId
  readonly method: string
  readonly path: string
  readonly authorization: "bearer" | "none"
  readonly throttled: boolean
  readonly query: ReadonlyArray<Parameter>
  readonly headers: ReadonlyArray<Parameter>
  readonly requestBody:
    | {
        readonly contentType: string
        readonly required: boolean
        readonly properties: ReadonlyArray<Parameter & { readonly type: string }>
      }
    | undefined
  readonly responses: Readonly<Record<number, ReadonlyArray<string>>>
}

/** Every operation of both APIs. */
export const operations: { readonly [Id in OperationId]: Operation } = { ...dcrOperations, ...restV2Operations }
