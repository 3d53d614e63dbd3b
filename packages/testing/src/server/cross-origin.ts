import { responseHeaders } from "../generated/dcr/response-headers.ts"

/**
 * The request headers that a page of another origin may send. CORS is not documented. `documented`: the headers of the
 * 429 sample (docs/protocol/throttling.md section 4). `all`: also the other headers, which the real server may refuse.
 * `none`: no other origin has access.
 */
export type CrossOriginPolicy = "documented" | "all" | "none"

const documentedHeaders = responseHeaders.TooManyRequests["Access-Control-Allow-Headers"]

const furtherHeaders =
  "AD-Service-Token,Adobe-Subject-Token,X-Roku-Reserved-Roku-Connect-Token,AP-Partner-Framework-Status,AP-TempPass-Identity,AP-Visitor-Identifier,X-Forwarded-For"

const allowedHeaders = (policy: "documented" | "all"): string =>
  policy === "all" ? `${documentedHeaders},${furtherHeaders}` : documentedHeaders

const preflightResponse = (origin: string, policy: "documented" | "all"): Response =>
  new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": responseHeaders.TooManyRequests["Access-Control-Allow-Methods"],
      "access-control-allow-headers": allowedHeaders(policy),
      vary: "Origin"
    }
  })

/**
 * Allows pages of other origins to read the responses of `handle`, and responds to their preflights. The 429 has no
 * `access-control-allow-origin`, as documented, so that such a page sees a failed network.
 */
export const withCrossOrigin = <Rest extends ReadonlyArray<unknown>>(
  handle: (request: Request, ...rest: Rest) => Promise<Response>,
  policy: CrossOriginPolicy
): ((request: Request, ...rest: Rest) => Promise<Response>) => {
  if (policy === "none") return handle
  return async (request, ...rest) => {
    const origin = request.headers.get("origin")
    if (origin === null) return handle(request, ...rest)
    if (request.method === "OPTIONS" && request.headers.has("access-control-request-method")) {
      return preflightResponse(origin, policy)
    }
    const response = await handle(request, ...rest)
    if (response.status === 429 || response.type === "error") return response
    const headers = new Headers(response.headers)
    headers.set("access-control-allow-origin", origin)
    headers.set("access-control-allow-credentials", "true")
    headers.append("vary", "Origin")
    const { status, statusText } = response
    return new Response(response.body, { status, statusText, headers })
  }
}
