import { invalidConfiguration } from "../options/option.ts"

/** Throws an `AuthError` if it is called for another request than the one it was made for. */
export type RequestGuard = () => void

/**
 * Makes a guard on edge workers (workerd), where each request owns its I/O: a promise that one request waits for and
 * another one resolves is cancelled as hung, so that an auth layer cannot be shared between requests. `undefined` on
 * every other platform.
 *
 * @throws AuthError with reason `InvalidConfiguration` at module scope, which belongs to no request
 */
export const makeRequestGuard = (): RequestGuard | undefined => {
  if (globalThis.navigator?.userAgent !== "Cloudflare-Workers") return undefined
  // A body is I/O: it can be made for a request only, and touched by that request only.
  const owned = forThisRequest(() => new Response("owned"))
  // Not `owned.body`, which is checked once only.
  return () => void forThisRequest(() => owned.clone())
}

const forThisRequest = <Value>(touch: () => Value): Value => {
  try {
    return touch()
  } catch {
    throw invalidConfiguration(
      "options",
      "they were given at module scope or for another request, and an edge worker cancels what requests share",
      "Call createAdobePass or createDevicePool in the handler of each request, with a storage that they share"
    )
  }
}
