import { examples as dcrExamples } from "../../testing/src/generated/dcr/examples.ts"
import { examples as restV2Examples } from "../../testing/src/generated/rest-v2/examples.ts"
import type { operations as DcrOperations } from "../src/dcr/index.ts"
import type { operations as RestV2Operations } from "../src/rest-v2/index.ts"

/** Every example of an API, by operation, status, content type and name, with the type that the spec gives it. */
type ExamplesOf<Operations> = {
  readonly [Id in keyof Operations]: Operations[Id] extends { readonly responses: infer Responses }
    ? { readonly [Status in keyof Responses]: ExamplesOfResponse<Responses[Status]> }
    : never
}

type ExamplesOfResponse<Documented> = Documented extends { readonly content: infer ByType }
  ? { readonly [Type in keyof ByType]: { readonly [name: string]: ByType[Type] } }
  : object

// The examples of the specs are values of the types of the specs.
export const dcr: ExamplesOf<DcrOperations> = dcrExamples
export const restV2: ExamplesOf<RestV2Operations> = restV2Examples
