/** Requests with these methods have no body, so that they can be sent repeatedly without a copy. */
const isBodyless = (method: string): boolean => method === "GET" || method === "HEAD"

/** The init of each request whose body is a string, from which the request can be created again. */
const descriptions = new WeakMap<Request, RequestInit>()

/** Signals that the platform's `Request` rejects, for example because jsdom replaced `AbortSignal`. */
const foreignSignals = new WeakMap<Request, AbortSignal>()

/** Returns the signal that the platform's `Request` rejected, if there is one. */
export const foreignSignalOf = (request: Request): AbortSignal | undefined => foreignSignals.get(request)

/** Creates a request. If its body is a string, keeps the init so that the request can be sent again. */
export const makeRequest = (
  url: string | URL,
  init: RequestInit | undefined,
  Platform: typeof Request = Request
): Request => {
  try {
    return describedRequest(url, init, Platform)
  } catch (thrown) {
    const { signal, ...others } = init ?? {}
    if (!signal) throw thrown
    // Throws again if something other than the signal is invalid.
    const request = describedRequest(url, others, Platform)
    foreignSignals.set(request, signal)
    return request
  }
}

const describedRequest = (url: string | URL, init: RequestInit | undefined, Platform: typeof Request): Request => {
  const request = new Platform(url, init)
  // A copy, because the caller may change the object for another request.
  if (typeof init?.body === "string") descriptions.set(request, { ...init })
  return request
}

/** Returns the platform's `Request` as a class whose instances {@link makeRequest} creates. */
export const requestClass = (platform: typeof Request | undefined = globalThis.Request): typeof Request =>
  // A polyfill may be installed later; until then the class is `undefined`, and clients use the platform's.
  platform && new Proxy(platform, { construct: (_, [url, init]) => makeRequest(url, init, platform) })

/**
 * A request that may have to be sent more than once. Sending a request consumes its body. A string is sent again
 * without a copy. Any other body is copied first, which costs more than the rest of a warm call. A stream of the caller
 * is not copied, because it would have to be kept in memory as a whole (rule 13, one replay).
 */
export class ReplayableRequest {
  #next: Request
  readonly #description: RequestInit | undefined
  readonly #isStream: boolean
  #wasSent: boolean

  /** @param wasSent whether a first attempt was made before this object was created */
  constructor(request: Request, isStream: boolean, wasSent = false) {
    this.#next = request
    this.#description = descriptions.get(request)
    this.#isStream = isStream
    this.#wasSent = wasSent
  }

  /** False once a stream was sent. */
  get canBeSent(): boolean {
    return !this.#isStream || !this.#wasSent
  }

  get url(): string {
    return this.#next.url
  }

  /** The request to send now. */
  take(): Request {
    if (this.#wasSent && this.#description) this.#next = new Request(this.url, this.#init)
    this.#wasSent = true
    const request = this.#next
    if (!this.#description && !this.#isStream && !isBodyless(request.method)) this.#next = request.clone()
    return request
  }

  /** Removes all other headers. `names` are in lower case. */
  keepHeaders(names: ReadonlyArray<string>): void {
    const { headers } = this.#next
    const present = [...headers.keys()]
    for (const name of present) if (!names.includes(name)) headers.delete(name)
  }

  /** Whether there is a body, as far as the platform tells. */
  get hasBody(): boolean {
    return !isBodyless(this.#next.method) && this.#next.body !== null
  }

  /** The caller's redirect mode; `follow` by default. */
  get redirect(): Request["redirect"] {
    return this.#next.redirect
  }

  /**
   * The values that no error may contain: a body that is a string, and the headers, except `Accept` and `Content-*`.
   */
  get secrets(): ReadonlyArray<string | undefined> {
    const body = this.#description?.body
    const values = [...this.#next.headers].flatMap(([name, value]) => (/^(accept|content-)/.test(name) ? [] : [value]))
    return [...values, typeof body === "string" ? body : undefined]
  }

  /** Returns the request after a redirect, or `undefined` if it needs a body that was consumed. */
  redirected(status: number, location: string): ReplayableRequest | undefined {
    const request = this.#next
    const { method, headers } = request
    if ((status === 303 && !isBodyless(method)) || (status < 303 && method === "POST")) {
      for (const name of bodyHeaders) headers.delete(name)
      return new ReplayableRequest(new Request(location, { headers, ...optionsOf(request) }), false)
    }
    return this.canBeSent ? new ReplayableRequest(makeRequest(location, this.#init), false) : undefined
  }

  /** The init of the next request. Its headers may have changed since the init was kept. */
  get #init(): RequestInit {
    return this.#description ? { ...this.#description, headers: this.#next.headers } : this.#next
  }
}

const bodyHeaders = ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type", "Content-Length"]

/** The options that a redirect keeps when it changes the method. Some platforms lack some of them. */
const optionsOf = ({ signal, credentials, cache }: Request): RequestInit => ({
  ...(signal && { signal }),
  ...(credentials && { credentials }),
  ...(cache && { cache })
})
