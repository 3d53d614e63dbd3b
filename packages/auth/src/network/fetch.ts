import * as Context from "effect/Context"

/** A function that sends a request: the platform's `fetch`, or one with the same signature. */
export type FetchFunction = (input: Request | string | URL, init?: RequestInit) => Promise<Response>

/** Calls `globalThis.fetch`. Looks it up at each call, so that instrumentation and tests can replace it. */
export const platformFetch: FetchFunction = (input, init) => globalThis.fetch(input, init)

/** The service of the {@link FetchFunction} in use. Default: {@link platformFetch}. */
export const Fetch = /* @__PURE__ */ Context.Reference<FetchFunction>("@tve-pass/auth/network/Fetch", {
  defaultValue: () => platformFetch
})
