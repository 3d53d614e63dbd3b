import type { VirtualClock } from "@tve-pass/virtual-clock"

/** What the server is asked for. */
export type Operation = "register" | "token" | "call"

/** One request that reached the server. */
export interface Arrival {
  readonly operation: Operation
  /** Milliseconds since the test began. */
  readonly at: number
  readonly request: Request
  readonly body: string
  /** The answer's status; `undefined` where there was none. */
  status: number | undefined
  /** When the answer was given. */
  answeredAt: number | undefined
}

/** An answer out of the ordinary; `undefined` leaves it to the server after all. */
export type Reply = (request: Request) => Response | Promise<Response> | undefined

/** Secrets that must never show up anywhere (rule 21). */
export const canary = "CANARY"

/**
 * Speaks the protocol of docs/protocol/dcr.md as far as the auth layer can see it: small, scripted, on a virtual clock.
 * Knows nothing of the code under test.
 */
export class FakeAdobePass {
  readonly arrivals: Array<Arrival> = []
  readonly clients = new Set<string>()
  readonly tokens = new Set<string>()
  /** Answers to registrations that were scripted, so that no client was registered. */
  spoilt = 0
  /** Lifetime of a token in seconds. */
  lifetime = 21_600
  /** Milliseconds between a request and its answer. */
  latency = 0
  /** Says no with a 429 where it returns false. */
  accepts: (now: number) => boolean = () => true
  readonly #clock: VirtualClock
  #issuedClients = 0
  #issuedTokens = 0
  readonly #scripts: { readonly [Key in Operation]: Array<Reply> } = { register: [], token: [], call: [] }

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  /** Answers the next request of this kind with this. */
  next(operation: Operation, ...replies: ReadonlyArray<Reply>): void {
    this.#scripts[operation].push(...replies)
  }

  /** Requests of this kind so far. */
  count(operation: Operation): number {
    return this.arrivals.filter((arrival) => arrival.operation === operation).length
  }

  /** The request at this position, counted from the end if negative. */
  arrival(position: number): Arrival {
    const arrival = this.arrivals.at(position)
    if (arrival === undefined) throw new Error(`Only ${this.arrivals.length} requests have arrived.`)
    return arrival
  }

  /** The `Authorization` headers of the calls so far. */
  get bearers(): ReadonlyArray<string | null> {
    return this.arrivals
      .filter(({ operation }) => operation === "call")
      .map(({ request }) => request.headers.get("Authorization"))
  }

  /** All tokens stop being valid. */
  expireTokens(): void {
    this.tokens.clear()
  }

  /** All client credentials stop being valid, and their tokens with them. */
  revokeClients(): void {
    this.clients.clear()
    this.tokens.clear()
  }

  readonly fetch = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const { pathname } = new URL(request.url)
    const operation = pathname === "/o/client/register" ? "register" : pathname === "/o/client/token" ? "token" : "call"
    // Reading a body takes time; most calls have none.
    const body = request.method === "GET" ? "" : await request.clone().text()
    const arrival: Arrival = {
      operation,
      at: this.#clock.elapsed,
      request,
      body,
      status: undefined,
      answeredAt: undefined
    }
    this.arrivals.push(arrival)
    return Promise.race([this.#respond(arrival), aborted(request.signal)])
  }

  async #respond(arrival: Arrival): Promise<Response> {
    if (this.latency > 0) await new Promise<void>((resolve) => this.#clock.schedule(this.latency, resolve))
    const response = await this.#answer(arrival)
    arrival.status = response.status
    arrival.answeredAt = this.#clock.elapsed
    return response
  }

  #answer({ operation, request, body }: Arrival): Response | Promise<Response> {
    if (!this.accepts(this.#clock.elapsed)) return tooManyRequests(request) ?? Response.error()
    const scripted = this.#scripts[operation].shift()?.(request)
    if (scripted !== undefined) {
      if (operation === "register") this.spoilt += 1
      return scripted
    }
    if (operation === "register") return this.#register()
    return operation === "token" ? this.#token(body) : this.#call(request)
  }

  #register(): Response {
    this.#issuedClients += 1
    const client_id = `client-${this.#issuedClients}`
    this.clients.add(client_id)
    return json(201, {
      client_id,
      client_secret: `${canary}-secret-of-${client_id}`,
      client_id_issued_at: 1_752_148_106,
      redirect_uris: ["app://com.programmer"],
      grant_types: ["client_credentials"],
      scopes: ["api:client:v2"]
    })
  }

  #token(body: string): Response {
    const form = new URLSearchParams(body)
    const client = form.get("client_id") ?? ""
    if (!this.clients.has(client) || form.get("client_secret") !== `${canary}-secret-of-${client}`) {
      return json(400, { error: "invalid_client" })
    }
    this.#issuedTokens += 1
    const access_token = `${canary}-token-${this.#issuedTokens}`
    this.tokens.add(access_token)
    return json(201, {
      id: "a932f8f0-210a-41a4-b2a8-377751f6b76f",
      access_token,
      created_at: 1_752_148_106_221,
      expires_in: this.lifetime,
      token_type: "bearer"
    })
  }

  #call(request: Request): Response {
    const token = request.headers.get("Authorization")?.replace("Bearer ", "")
    return token !== undefined && this.tokens.has(token) ? json(200, { ok: true }) : new Response(null, { status: 401 })
  }
}

export const json = (status: number, body: object): Response => Response.json(body, { status })

/** The documented 429: HTML, and no `Retry-After` (docs/protocol/throttling.md, section 4). */
export const tooManyRequests: Reply = () =>
  new Response("<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n</html>\r\n", {
    status: 429,
    headers: { "Content-Type": "text/html" }
  })

/** The connection breaks before an answer. */
export const reset: Reply = () =>
  Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNRESET" }) }))

/** No answer ever comes; only aborting ends it. */
export const hang: Reply = () => new Promise(() => {})

/** Rejects when the caller gives up, as `fetch` does. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason))
  })

/** An answer of the given status and body. */
export const answer =
  (status: number, body: object | string): Reply =>
  () =>
    typeof body === "string" ? new Response(body, { status }) : json(status, body)

/** A 401 that asks for a new registration (docs/protocol/errors.md, section 3). */
export const applicationRegistration = answer(401, {
  action: "application-registration",
  status: 401,
  code: "invalid_access_token_client_application",
  message: "The access token was not issued for a valid client application.",
  helpUrl: "https://experienceleague.adobe.com/",
  trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
})
