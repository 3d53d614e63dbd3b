import type { ContentOf, OperationName, StatusOf } from "./documented.ts"

declare const documented: unique symbol

/** A documented response, or any response that a test passes to `response.undocumented`. */
export interface DocumentedResponse extends Response {
  readonly [documented]: true
}

/** Headers other than the content type. */
export interface ResponseHeaders {
  readonly headers?: Readonly<Record<string, string>>
}

/** Builds the documented responses of an operation. */
export interface ResponseBuilder<Name extends OperationName> {
  /** Creates a response with a documented status; offers only the bodies of that status. */
  <Status extends StatusOf<Name>>(status: Status): BodyBuilder<ContentOf<Name, Status>, Status>
  /** Accepts any other response. */
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

/** Boundary: one builder serves all operations at run time; the types restrict the bodies of each status. */
export const responseBuilder = <Name extends OperationName>(): ResponseBuilder<Name> =>
  Object.assign(bodies, {
    undocumented: (response: Response) => response
  }) as unknown as ResponseBuilder<Name>
