import { invalidConfiguration } from "../options/option.ts"

/** Throws an `AuthError` if it is called during a request other than the one it was made for. */
export type RequestGuard = () => void

/**
 * Creates a guard on edge workers (workerd), where each request owns its I/O. There, a promise that one request awaits
 * and another request resolves is cancelled, so an auth layer cannot be shared between requests. Returns `undefined` on
 * every other platform.
 *
 * @throws AuthError with reason `InvalidConfiguration` at module scope, which belongs to no request
 */
export const makeRequestGuard = (): RequestGuard | undefined => {
  if (globalThis.navigator?.userAgent !== "Cloudflare-Workers") return undefined
  // A body is I/O: it can be created only during a request, and used only by that request.
  const owned = forThisRequest(() => new Response("owned"))
  // workerd checks `owned.body` only at its first use.
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
