import type { ContentOf, OperationName, StatusOf } from "./documented.ts"

declare const documented: unique symbol

/** A response that the specs allow the operation, or that a test insists on with `response.undocumented`. */
export interface DocumentedResponse extends Response {
  readonly [documented]: true
}

/** Headers beside the content type. */
export interface ResponseHeaders {
  readonly headers?: Readonly<Record<string, string>>
}

/** Builds the responses an operation documents. */
export interface ResponseBuilder<Name extends OperationName> {
  /** Creates a response with a documented status; offers only the bodies of that status. */
  <Status extends StatusOf<Name>>(status: Status): BodyBuilder<ContentOf<Name, Status>, Status>
  /** Any other response: for what the specs do not say. */
  readonly undocumented: (response: Response) => DocumentedResponse
}

export type BodyBuilder<Content, Status> = JsonBody<Content> & HtmlBody<Content> & EmptyBody<Content, Status>

type JsonBody<Content> = [Content] extends [never]
  ? unknown
  : Content extends { readonly "application/json": infer Body }
    ? { readonly json: (body: Body, init?: ResponseHeaders) => DocumentedResponse }
    : unknown

type HtmlBody<Content> = [Content] extends [never]
  ? unknown
  : Content extends { readonly "text/html": string }
    ? { readonly html: (body: string, init?: ResponseHeaders) => DocumentedResponse }
    : unknown

/** A redirect has no body; an error may come without one (docs/protocol/errors.md section 6). */
type EmptyBody<Content, Status> = [Content] extends [never]
  ? { readonly empty: (init?: ResponseHeaders) => DocumentedResponse }
  : Status extends 400 | 401 | 403 | 405 | 500
    ? { readonly empty: (init?: ResponseHeaders) => DocumentedResponse }
    : unknown

const respond = (status: number, body: string | null, contentType: string | undefined, init: ResponseHeaders = {}) => {
  const headers = new Headers(init.headers)
  if (contentType !== undefined && !headers.has("content-type")) headers.set("content-type", contentType)
  return new Response(body, { status, headers })
}

const bodies = (status: number) => ({
  json: (body: unknown, init?: ResponseHeaders) =>
    respond(status, JSON.stringify(body), "application/json;charset=UTF-8", init),
  html: (body: string, init?: ResponseHeaders) => respond(status, body, "text/html", init),
  empty: (init?: ResponseHeaders) => respond(status, null, undefined, init)
})

/** Boundary: at run time there is one builder for all; which of its bodies a status has is known to the types. */
export const responseBuilder = <Name extends OperationName>(): ResponseBuilder<Name> =>
  Object.assign(bodies, {
    undocumented: (response: Response) => response
  }) as unknown as ResponseBuilder<Name>
