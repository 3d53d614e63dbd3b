import { resolveOrigin, type OriginOptions } from "../origin/resolve-origin.ts"

/** The destination of requests: an environment, an origin, or a base URL, for example of a gateway. */
export type Destination =
  | (OriginOptions & { readonly baseUrl?: never })
  | {
      /** Used unchanged. May have a path. */
      readonly baseUrl: string
      readonly environment?: never
      readonly origin?: never
      readonly allowInsecure?: never
    }

/** Options of a client. An authorized transport, such as the auth layer's, has the same shape. */
export type ClientOptions<Supplied extends string = never, Headers extends string = never> = Destination & {
  /**
   * Sends the requests. Default: `globalThis.fetch`, looked up at each request. A function with `takesUrl` is called
   * with a URL and an init, unless middleware needs a `Request`.
   */
  readonly fetch?: ((request: Request) => Promise<Response>) & {
    readonly takesUrl?: true
  }
  /** The class of the requests that `fetch` receives. Default: the platform's `Request`. */
  readonly Request?: typeof Request
  /**
   * Sent with every request that does not set the same header. The types do not require these headers in a request. If
   * the types do not know the header names (`Record<string, string>`), no header is required.
   */
  readonly headers?: { readonly [Name in Headers]: string }
  /** Names of the headers that `fetch` adds to every request. The types do not require them in a request. */
  readonly suppliedHeaders?: ReadonlyArray<Supplied>
}

/** Returns the base URL of every path. Throws `InvalidOriginError` for an unknown environment or an invalid origin. */
export const baseUrlOf = (destination: Destination): string =>
  destination.baseUrl === undefined ? resolveOrigin(destination) : destination.baseUrl
