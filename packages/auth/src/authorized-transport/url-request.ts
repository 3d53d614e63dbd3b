import type { CallKind } from "./call-kind.ts"

/** The arguments of `fetch`, of which no `Request` has been created. */
export interface UrlRequest {
  readonly url: string
  readonly init: RequestInit | undefined
}

/**
 * Returns whether `fetch` can be called with this init repeatedly, without a `Request`. A `Request`, and the copy that
 * the platform makes of it, cost more than the rest of a warm call. A `Request` is needed if there is a signal to watch
 * or a body to copy.
 */
export const isRepeatable = ({ body = null, signal = null }: RequestInit = {}): boolean =>
  (body === null || typeof body === "string") && signal === null

/** Returns the absolute URL of the first argument of `fetch`. */
export const absoluteUrl = (input: string | URL, origin: string): string => {
  if (typeof input === "string") {
    const path = input.startsWith(`${origin}/`) ? input.slice(origin.length) : input
    if (plainPath.test(path)) return origin + path
  }
  return new URL(input, `${origin}/`).href
}

// Paths that the platform does not change: no dot segment, escape, backslash or double slash.
const plainPath = /^(?:\/[\w-][\w.~-]*)+(?:\?[\w=&.%-]*)?$/

/** Returns the init of a protected call, with the token and with the headers of its kind that it lacks. */
export const authorizedInit = (init: RequestInit | undefined, { headers }: CallKind, authorization: string) => {
  // The auth layer follows redirects itself, because some engines send the token to another origin (rule 14, configured
  // origin).
  const redirect = init?.redirect ?? "follow"
  return {
    ...init,
    headers: withHeaders(init?.headers, headers, authorization),
    redirect: redirect === "follow" ? "manual" : redirect
  } satisfies RequestInit
}

const withHeaders = (own: HeadersInit | undefined, added: CallKind["headers"], authorization: string): HeadersInit => {
  if (own === undefined) return { ...added, Authorization: authorization }
  const headers = new Headers(own)
  for (const [name, value] of Object.entries(added)) if (!headers.has(name)) headers.set(name, value)
  headers.set("Authorization", authorization)
  return headers
}
