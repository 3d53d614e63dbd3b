/** The methods whose requests have no body and can be sent any number of times as they are. */
const isBodyless = (method: string): boolean => method === "GET" || method === "HEAD"

/** The init of requests whose body is a string, so that they can be created again. */
const descriptions = new WeakMap<Request, RequestInit>()

/** Signals that the platform's `Request` does not take: where jsdom replaces `AbortSignal`, for example. */
const foreignSignals = new WeakMap<Request, AbortSignal>()

/** The signal of a request that only its maker knows, if there is one. */
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
    // What else may be wrong is thrown again.
    const request = describedRequest(url, others, Platform)
    foreignSignals.set(request, signal)
    return request
  }
}

const describedRequest = (url: string | URL, init: RequestInit | undefined, Platform: typeof Request): Request => {
  const request = new Platform(url, init)
  // As it is now: the caller may use the object again for another request.
  if (typeof init?.body === "string") descriptions.set(request, { ...init })
  return request
}

/** The platform's class of requests, for clients: {@link makeRequest} makes its instances. */
export const requestClass = (platform: typeof Request | undefined = globalThis.Request): typeof Request =>
  // A polyfill may arrive later. Then there is none yet, and a client takes the platform's.
  platform && new Proxy(platform, { construct: (_, [url, init]) => makeRequest(url, init, platform) })

/**
 * A request that may have to be sent more than once. Sending it consumes its body. A string is simply sent again; of
 * anything else a copy is kept back, which costs more than the rest of a warm call, except of a stream of the caller,
 * which would have to be kept in memory as a whole (rule 13).
 */
export class ReplayableRequest {
  #next: Request
  readonly #description: RequestInit | undefined
  readonly #isStream: boolean
  #wasSent: boolean

  /** @param wasSent whether a first attempt was made without this value */
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

  /** Takes off all other headers. Names are in lower case. */
  keepHeaders(names: ReadonlyArray<string>): void {
    const { headers } = this.#next
    const present = [...headers.keys()]
    for (const name of present) if (!names.includes(name)) headers.delete(name)
  }

  /** Whether there is a body, as far as the platform tells. */
  get hasBody(): boolean {
    return !isBodyless(this.#next.method) && this.#next.body !== null
  }

  /** `follow`, unless the caller wants to see redirects. */
  get redirect(): Request["redirect"] {
    return this.#next.redirect
  }

  /** What an error must not repeat: a body that is a string, and all but harmless headers. */
  get secrets(): ReadonlyArray<string | undefined> {
    const body = this.#description?.body
    const values = [...this.#next.headers].flatMap(([name, value]) => (/^(accept|content-)/.test(name) ? [] : [value]))
    return [...values, typeof body === "string" ? body : undefined]
  }

  /** The request that a redirect asks for; `undefined` if it needs a body that is gone. */
  redirected(status: number, location: string): ReplayableRequest | undefined {
    const request = this.#next
    const { method, headers } = request
    if ((status === 303 && !isBodyless(method)) || (status < 303 && method === "POST")) {
      for (const name of bodyHeaders) headers.delete(name)
      return new ReplayableRequest(new Request(location, { headers, ...optionsOf(request) }), false)
    }
    return this.canBeSent ? new ReplayableRequest(makeRequest(location, this.#init), false) : undefined
  }

  /** What the next request is made of. Its headers may have been changed since it was described. */
  get #init(): RequestInit {
    return this.#description ? { ...this.#description, headers: this.#next.headers } : this.#next
  }
}

const bodyHeaders = ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type", "Content-Length"]

/** What outlives the change of the method; not every platform has all of it. */
const optionsOf = ({ signal, credentials, cache }: Request): RequestInit => ({
  ...(signal && { signal }),
  ...(credentials && { credentials }),
  ...(cache && { cache })
})
