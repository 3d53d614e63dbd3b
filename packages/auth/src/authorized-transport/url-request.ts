import type { CallKind } from "./call-kind.ts"

/** A request as `fetch` takes it: no `Request` was made of it. */
export interface UrlRequest {
  readonly url: string
  readonly init: RequestInit | undefined
}

/**
 * Whether `fetch` can take the URL and this init as they are, any number of times. A `Request`, and the copy that the
 * platform makes of it, cost more than the rest of a warm call. One is made where its signal has to be watched, and where
 * a body has to be copied.
 */
export const isRepeatable = ({ body = null, signal = null }: RequestInit = {}): boolean =>
  (body === null || typeof body === "string") && signal === null

/** The absolute URL of what `fetch` was called with. */
export const absoluteUrl = (input: string | URL, origin: string): string => {
  if (typeof input === "string") {
    const path = input.startsWith(`${origin}/`) ? input.slice(origin.length) : input
    if (plainPath.test(path)) return origin + path
  }
  return new URL(input, `${origin}/`).href
}

// What the platform takes as it is: no dot segment, no escape in the path, no backslash, no second slash.
const plainPath = /^(?:\/[\w-][\w.~-]*)+(?:\?[\w=&.%-]*)?$/

/** The init of a protected call: with the headers of its kind, where it has no other values, and with the token. */
export const authorizedInit = (init: RequestInit | undefined, { headers }: CallKind, authorization: string) => {
  // Redirects are followed by the auth layer: not every engine takes the token off when one leads elsewhere (rule 14).
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
