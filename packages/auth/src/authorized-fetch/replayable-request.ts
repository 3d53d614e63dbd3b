/** The methods whose requests have no body and can be sent any number of times as they are. */
const isBodyless = (method: string): boolean => method === "GET" || method === "HEAD"

/**
 * A request that may have to be sent more than once. A body is used up by sending it, so a copy is kept back; a stream
 * of the caller is not, because it would have to be kept in memory as a whole (rule 13).
 */
export class ReplayableRequest {
  #next: Request
  readonly #isBodyless: boolean
  readonly #isStream: boolean
  #wasSent = false

  constructor(request: Request, isStream: boolean) {
    this.#next = request
    this.#isBodyless = isBodyless(request.method)
    this.#isStream = isStream
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
    this.#wasSent = true
    const request = this.#next
    if (!this.#isBodyless && !this.#isStream) this.#next = request.clone()
    return request
  }

  /** Takes off all other headers. Names are in lower case. */
  keepHeaders(names: ReadonlyArray<string>): void {
    const { headers } = this.#next
    const present = [...headers.keys()]
    for (const name of present) if (!names.includes(name)) headers.delete(name)
  }

  /** The request that a redirect asks for; `undefined` if it needs a body that is gone. */
  redirected(status: number, location: string): ReplayableRequest | undefined {
    const { method, headers, signal } = this.#next
    if (status === 303 || (status < 303 && method === "POST")) {
      return new ReplayableRequest(new Request(location, { headers, signal }), false)
    }
    return this.canBeSent ? new ReplayableRequest(new Request(location, this.#next), false) : undefined
  }
}
