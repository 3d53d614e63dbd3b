import * as Context from "effect/Context"

/** What sends a request: the platform's `fetch`, or one of the same shape. */
export type FetchFunction = (input: Request | string | URL, init?: RequestInit) => Promise<Response>

/** Looked up at each call, so that instrumentation and tests that replace the global one are seen. */
export const platformFetch: FetchFunction = (input, init) => globalThis.fetch(input, init)

/** The {@link FetchFunction} in use; the platform's unless another one is provided. */
export const Fetch = /* @__PURE__ */ Context.Reference<FetchFunction>("@tve-pass/auth/network/Fetch", {
  defaultValue: () => platformFetch
})
