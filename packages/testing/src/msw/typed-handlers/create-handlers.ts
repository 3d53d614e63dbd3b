import { http, HttpResponse, type HttpHandler } from "msw"
import { operations as dcrOperations } from "@tve-pass/client/dcr/operations"
import { operations as restV2Operations } from "@tve-pass/client/rest-v2/operations"
import type { ExampleOf, OperationName, ParametersOf } from "./documented.ts"
import { exampleResponse } from "./example-response.ts"
import { responseBuilder, type DocumentedResponse, type ResponseBuilder } from "./response-builder.ts"

/** The argument of a resolver. */
export interface ResolverInput<Name extends OperationName> {
  readonly request: Request
  /** Path parameters, decoded. */
  readonly parameters: ParametersOf<Name>
  readonly response: ResponseBuilder<Name>
}

/** Returns a documented response of the operation. */
export type Resolver<Name extends OperationName> = (
  input: ResolverInput<Name>
) => DocumentedResponse | Promise<DocumentedResponse>

/**
 * Creates the msw handler of an operation from a resolver, from the name of an example, or from the first example of
 * the specs.
 */
export type HandlerOf<Name extends OperationName> = (resolver?: Resolver<Name> | ExampleOf<Name>) => HttpHandler

/** A function for each operation, which creates its msw handler. */
export interface TypedHandlers {
  readonly dcr: { readonly [Name in keyof typeof dcrOperations]: HandlerOf<Name> }
  readonly restV2: { readonly [Name in keyof typeof restV2Operations]: HandlerOf<Name> }
}

interface Endpoint<Name extends OperationName> {
  readonly id: Name
  readonly method: string
  readonly path: string
}

const methods = { GET: http.get, POST: http.post }

const isKnownMethod = (method: string): method is keyof typeof methods => method in methods

const handlerOf =
  <Name extends OperationName>({ id, method, path }: Endpoint<Name>, origin: string): HandlerOf<Name> =>
  (resolver) => {
    if (!isKnownMethod(method)) throw new Error(`Failed to handle ${id}: no handler for ${method}.`)
    const pattern = `${origin}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`
    return methods[method](pattern, async ({ request, params }) => {
      if (typeof resolver !== "function") return exampleResponse(id, resolver)
      // Boundary: msw parses the parameters by the pattern, which was created from the operation's path.
      const parameters = params as ParametersOf<Name>
      const response = await resolver({ request, parameters, response: responseBuilder<Name>() })
      return response.type === "error" ? HttpResponse.error() : response
    })
  }

const handlersOf = <Name extends OperationName>(
  operations: Readonly<Record<Name, Endpoint<Name>>>,
  origin: string
): { readonly [Each in Name]: HandlerOf<Each> } =>
  // Boundary: the type of `Object.fromEntries` loses the relation of names and handlers.
  Object.fromEntries(
    Object.values<Endpoint<Name>>(operations).map((operation) => [operation.id, handlerOf(operation, origin)])
  ) as unknown as { readonly [Each in Name]: HandlerOf<Each> }

/**
 * Creates msw handlers for one canned response of an operation, without a simulator.
 *
 * @param origin Scheme and authority of the requests to handle. Default: all.
 *
 * @example
 * ```ts
 * const staging = createHandlers("https://sp.auth-staging.adobe.com")
 * const server = setupServer(staging.restV2.retrieveConfiguration())
 * ```
 */
export const createHandlers = (origin = "*"): TypedHandlers => ({
  dcr: handlersOf(dcrOperations, origin),
  restV2: handlersOf(restV2Operations, origin)
})

/**
 * msw handlers for one canned response of an operation, typed by operation, status and content type. They handle
 * requests to every origin.
 *
 * @example
 * ```ts
 * const server = setupServer(
 *   handlers.restV2.retrieveProfiles(({ response }) => response(200).json({ profiles: {} })),
 *   handlers.restV2.createAuthenticationSession("resume"), // an example of the specs by its name
 *   handlers.restV2.retrieveConfiguration(), // the first example
 *   handlers.dcr.registerClient(({ response }) => response(400).json({ error: "invalid_request" }))
 * )
 * ```
 */
export const handlers: TypedHandlers = createHandlers()
