import type { Middleware, MiddlewareCallbackParams } from "openapi-fetch"

type Context = Omit<MiddlewareCallbackParams, "request">

/**
 * Sends a request through middleware of openapi-fetch: `onRequest` in order, `onResponse` and `onError` in reverse. A
 * response that `onRequest` returns is the result; nothing is sent.
 */
export const sendThrough = async (
  middlewares: ReadonlyArray<Middleware>,
  first: Request,
  context: Context,
  send: (request: Request) => Promise<Response>
): Promise<Response> => {
  const reversed = middlewares.reduce<ReadonlyArray<Middleware>>((later, one) => [one, ...later], [])
  let request = first
  for (const { onRequest } of middlewares) {
    const result = await onRequest?.({ ...context, request })
    if (isResponse(result)) return result
    if (result) request = result
  }
  let response = await send(request).catch(async (error: unknown) => {
    let failure: unknown = error
    for (const { onError } of reversed) {
      const result = await onError?.({ ...context, request, error: failure })
      if (isResponse(result)) return result
      if (result) failure = result
    }
    throw failure
  })
  for (const { onResponse } of reversed) response = (await onResponse?.({ ...context, request, response })) ?? response
  return response
}

// Checks members, because other realms and other implementations of `fetch` have separate classes.
const isResponse = (value: unknown): value is Response =>
  typeof value === "object" && value !== null && "status" in value
