import { examples as dcrExamples } from "../../testing/src/generated/dcr/examples.ts"
import { examples as restV2Examples } from "../../testing/src/generated/rest-v2/examples.ts"
import { operations as dcrOperations } from "../src/generated/dcr/operations.ts"
import { operations as restV2Operations } from "../src/generated/rest-v2/operations.ts"

/** An example of a spec: one response of one operation. */
export interface Example {
  readonly operation: DcrOperation | RestV2Operation
  readonly status: number
  readonly contentType: string
  readonly name: string
  readonly body: unknown
}

type DcrOperation = (typeof dcrOperations)[keyof typeof dcrOperations]
type RestV2Operation = (typeof restV2Operations)[keyof typeof restV2Operations]

interface ExamplesByOperation {
  readonly [id: string]: {
    readonly [status: string]: { readonly [contentType: string]: { readonly [name: string]: unknown } }
  }
}

const listed = (
  operations: { readonly [id: string]: Example["operation"] },
  byOperation: ExamplesByOperation
): ReadonlyArray<Example> =>
  Object.values(operations).flatMap((operation) =>
    Object.entries(byOperation[operation.id] ?? {}).flatMap(([status, byType]) =>
      Object.entries(byType).flatMap(([contentType, byName]) =>
        Object.entries(byName).map(([name, body]) => ({ operation, status: Number(status), contentType, name, body }))
      )
    )
  )

/** Every operation of both specs. */
export const operations: ReadonlyArray<Example["operation"]> = [
  ...Object.values(dcrOperations),
  ...Object.values(restV2Operations)
]

/** Every example of both specs. */
export const examples: ReadonlyArray<Example> = [
  ...listed(dcrOperations, dcrExamples),
  ...listed(restV2Operations, restV2Examples)
]
