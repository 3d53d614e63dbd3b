import { examples as dcrExamples } from "../../generated/dcr/examples.ts"
import { examples as restV2Examples } from "../../generated/rest-v2/examples.ts"
import type { OperationName } from "./documented.ts"

/** Status -> content type -> name -> body. */
type ExampleTable = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

const examples: { readonly [Name in OperationName]: ExampleTable } = { ...dcrExamples, ...restV2Examples }

interface Example {
  readonly status: number
  readonly contentType: string
  readonly name: string
  readonly body: unknown
}

const examplesOf = (operation: OperationName): ReadonlyArray<Example> =>
  Object.entries(examples[operation]).flatMap(([status, contents]) =>
    Object.entries(contents).flatMap(([contentType, named]) =>
      Object.entries(named).map(([name, body]) => ({ status: Number(status), contentType, name, body }))
    )
  )

/**
 * The `Location` of the sample of operation 5 (docs/protocol/rest-api-v2.md section 10). A redirect has no example
 * body.
 */
const sampleLocation =
  "https://sp.auth.adobe.com/adobe-services/authenticate/saml?noflash=true&mso_id=Cablevision&requestor_id=REF30" +
  "&no_iframe=false&domain_name=adobe.com&redirect_url=http%3A%2F%2Fadobe.com%2Fapitest%2Flive.html"

/** Returns the response of the example with that name, or of the first successful example of the specs. */
export const exampleResponse = (operation: OperationName, name: string | undefined): Response => {
  const candidates = examplesOf(operation)
  if (name === undefined && Object.keys(examples[operation]).includes("302")) {
    return new Response(null, { status: 302, headers: { location: sampleLocation } })
  }
  const example = name === undefined ? candidates[0] : candidates.find((candidate) => candidate.name === name)
  if (example === undefined) {
    const names = candidates.map((candidate) => candidate.name).join(", ")
    throw new Error(`Failed to respond to ${operation}: the specs have no example ${name}. There are: ${names}.`)
  }
  const { status, contentType, body } = example
  const text = typeof body === "string" ? body : JSON.stringify(body)
  return new Response(text, { status, headers: { "content-type": contentType } })
}
