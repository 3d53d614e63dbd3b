/**
 * msw handlers for one canned response, typed by operation. Needs `msw`.
 *
 * @module
 */
export { simulatorHandlers } from "./simulator-handlers.ts"
export {
  createHandlers,
  handlers,
  type HandlerOf,
  type Resolver,
  type ResolverInput,
  type TypedHandlers
} from "./typed-handlers/create-handlers.ts"
export type { ExampleOf, OperationName, StatusOf } from "./typed-handlers/documented.ts"
export type { DocumentedResponse, ResponseBuilder, ResponseHeaders } from "./typed-handlers/response-builder.ts"
