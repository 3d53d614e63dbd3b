import { resolveOrigin, type OriginOptions } from "../origin/resolve-origin.ts"

/** Where a client sends requests: an environment, an origin, or any base URL such as that of an own gateway. */
export type Destination =
  | (OriginOptions & { readonly baseUrl?: never })
  | {
      /** Used as it is; may have a path. */
      readonly baseUrl: string
      readonly environment?: never
      readonly origin?: never
      readonly allowInsecure?: never
    }

/** Options of a client. An authorized transport, such as the auth layer's, has the same shape. */
export type ClientOptions<Supplied extends string = never, Headers extends string = never> = Destination & {
  /**
   * Default: `globalThis.fetch` as it is at the time of each request. One with `takesUrl` gets the URL and an init where no
   * middleware needs a `Request`.
   */
  readonly fetch?: ((request: Request) => Promise<Response>) & {
    readonly takesUrl?: true
  }
  /** What the requests are made of that `fetch` gets. Default: the platform's `Request`. */
  readonly Request?: typeof Request
  /**
   * Sent with every request, unless the request says otherwise; not asked for again by the types. Of headers whose names
   * the types do not know (`Record<string, string>`) any may be meant, so that none is asked for.
   */
  readonly headers?: { readonly [Name in Headers]: string }
  /** Names of the headers that `fetch` adds to every request; not asked for again by the types. */
  readonly suppliedHeaders?: ReadonlyArray<Supplied>
}

/** The URL in front of every path. Throws `InvalidOriginError` for an environment or origin that is not one. */
export const baseUrlOf = (destination: Destination): string =>
  destination.baseUrl === undefined ? resolveOrigin(destination) : destination.baseUrl
