import { inspect } from "node:util"
import { afterEach, describe, expect, it, vi } from "vitest"
import { AuthError } from "../../src/errors/index.ts"
import { portableFetch, type FetchFunction } from "../../src/network/index.ts"
import { configurationPath, failureOf, rejectionOf, World } from "./device.ts"

const quotingTypeError = (headers: Headers): TypeError =>
  new TypeError(`${headers.get("Authorization")} is not a function of ${headers.get("AP-Device-Identifier")}`)

const quotingFetch: FetchFunction = (input) => Promise.reject(quotingTypeError(new Request(input).headers))

/** Takes addresses and knows no `Request` of the platform, as `fetch` of undici and of node-fetch do. */
const fetchOfAnotherImplementation =
  (world: World, error: (input: unknown) => unknown): FetchFunction =>
  async (input, init) => {
    if (typeof input !== "string") throw error(input)
    return world.server.fetch(input, init)
  }

afterEach(() => {
  vi.unstubAllGlobals()
})

describe("a fetch of another implementation", () => {
  it.each([
    [
      "undici",
      () => new TypeError("Failed to parse URL from [object Request]", { cause: { code: "ERR_INVALID_URL" } })
    ],
    ["node-fetch 3", () => Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL" })],
    ["node-fetch 2", () => new TypeError("Only absolute URLs are supported")]
  ])("%s works: it gets the parts of the request", async (_, error) => {
    const world = new World()
    const app = world.start({ fetch: portableFetch(fetchOfAnotherImplementation(world, error)) })
    expect((await app.call()).status).toBe(200)
    const posted = await app.call("/api/v2/REF30/sessions", {
      method: "POST",
      body: new URLSearchParams({ mvpd: "Cablevision" }),
      headers: { "X-Mine": "1" }
    })
    expect(posted.status).toBe(200)
    const { request, body } = world.server.arrival(-1)
    expect([request.method, body, request.headers.get("X-Mine"), request.headers.has("Authorization")]).toStrictEqual([
      "POST",
      "mvpd=Cablevision",
      "1",
      true
    ])
    expect(world.server.arrivals.map(({ operation }) => operation)).toStrictEqual(["register", "token", "call", "call"])
    expect(world.server.arrival(0).request.redirect).toBe("manual")
  })

  it("whose error is another one is not called twice", async () => {
    let calls = 0
    const fetch = portableFetch(async () => {
      calls += 1
      throw new TypeError("fetch failed")
    })
    await expect(fetch(new Request("https://sp.auth.adobe.com/"))).rejects.toThrow("fetch failed")
    expect(calls).toBe(1)
  })
})

describe("a mistake of the program is no failure of the network", () => {
  it.each([
    ["no function", new TypeError("globalThis.fetch is not a function")],
    [
      "a foreign signal",
      new TypeError('RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.')
    ],
    [
      "a foreign signal in jsdom",
      new TypeError("Failed to execute 'fetch': member signal is not of type AbortSignal.")
    ],
    ["a missing class", new ReferenceError("Request is not defined")],
    ["undefined", new TypeError("Cannot read properties of undefined (reading 'headers')")],
    ["Safari's undefined", new TypeError("undefined is not an object (evaluating 'a.b')")],
    ["a method without its object", new TypeError("Illegal invocation")],
    ["an argument", Object.assign(new TypeError("The argument is wrong"), { code: "ERR_INVALID_ARG_TYPE" })]
  ])("%s is InvalidConfiguration with its message, and is not repeated", async (_, thrown) => {
    let calls = 0
    const fetch: FetchFunction = () => {
      calls += 1
      return Promise.reject(thrown)
    }
    const world = new World()
    const error = await failureOf(world.start({ fetch }).token())
    expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field: "fetch" })
    expect(error.message).toContain(thrown.message.replace(/\.$/, ""))
    expect(error.retry._tag).toBe("Never")
    expect([calls, world.clock.elapsed]).toStrictEqual([1, 0])
  })

  it.each([
    new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) }),
    new TypeError("Failed to fetch"),
    new TypeError("Load failed"),
    new TypeError("NetworkError when attempting to fetch resource."),
    new TypeError("Network request failed"),
    new TypeError("The network connection was lost."),
    new TypeError("terminated"),
    new TypeError("Die Internetverbindung ist anscheinend unterbrochen.")
  ])("$message is one of the network", async (thrown) => {
    const world = new World()
    const error = await failureOf(world.start({ fetch: () => Promise.reject(thrown) }).token())
    expect(error.reason._tag).toBe("Transport")
    expect(error.attempts).toBe(4)
  })

  it("is named on protected calls as well, on the warm path and before", async () => {
    const thrown = new TypeError("Cannot read properties of undefined (reading 'headers')")
    for (const warm of [true, false]) {
      const world = new World()
      let broken = false
      const app = world.start({
        fetch: (input, init) => (broken ? Promise.reject(thrown) : world.server.fetch(input, init))
      })
      await app.token()
      if (warm) await app.call()
      broken = true
      if (!warm) world.server.accepts = () => false
      const error = await failureOf(app.call())
      expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field: "fetch" })
    }
  })

  it("masks what was sent in the message", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    const error = await failureOf(world.start({ fetch: quotingFetch }).call())
    expect(error.message).toContain("is not a function of")
    expect(error.message).not.toContain("CANARY")
  })
})

describe("a platform whose Request takes less", () => {
  it("does not know cache (workerd): the call goes without", async () => {
    const Platform = globalThis.Request
    vi.stubGlobal(
      "Request",
      class extends Platform {
        constructor(input: RequestInfo | URL, init?: RequestInit) {
          if (init?.cache !== undefined)
            throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.")
          super(input, init)
        }
      }
    )
    expect(await new World().start().token()).toBe("CANARY-token-1")
  })

  it("refuses the signals of jsdom: calls work, and aborting still rejects", async () => {
    const Platform = globalThis.Request
    /** As jsdom's: another class of the same behaviour. */
    class ForeignSignal extends EventTarget {
      aborted = false
      reason: unknown
      throwIfAborted(): void {
        if (this.aborted) throw this.reason
      }
    }
    class ForeignController {
      readonly signal = new ForeignSignal()
      abort(reason: unknown): void {
        Object.assign(this.signal, { aborted: true, reason })
        this.signal.dispatchEvent(new Event("abort"))
      }
    }
    vi.stubGlobal("AbortController", ForeignController)
    vi.stubGlobal("AbortSignal", ForeignSignal)
    expect(() => new Platform("https://a.example", { signal: new ForeignSignal() as unknown as AbortSignal })).toThrow(
      TypeError
    )
    const world = new World()
    const app = world.start()
    expect((await app.call()).status).toBe(200)
    const controller = new ForeignController()
    const init = { signal: controller.signal as unknown as AbortSignal }
    expect((await app.call(configurationPath, init)).status).toBe(200)
    world.server.next("call", () => new Promise(() => {}))
    const hanging = rejectionOf(app.fetch(configurationPath, init))
    await world.clock.settle()
    controller.abort(new Error("enough"))
    expect(await hanging).toMatchObject({ message: "enough" })
  })
})

describe("rule 21: an error of the application's fetch that quotes its request", () => {
  const quoting: ReadonlyArray<[string, (request: Request) => unknown]> = [
    ["in its message", (request) => new Error(`POST failed: ${request.headers.get("Authorization")}`)],
    ["as a member", (request) => Object.assign(new Error("failed"), { request })],
    [
      "as a list of headers",
      (request) => Object.assign(new Error("failed"), { config: { headers: [...request.headers] } })
    ],
    [
      "in its cause",
      (request) => new Error("failed", { cause: new Error(String(request.headers.get("Authorization"))) })
    ],
    ["cut off", (request) => new TypeError(`failed: ${request.headers.get("Authorization")?.slice(0, 20)}...`)],
    ["as a Map", (request) => Object.assign(new Error("failed"), { headers: new Map(request.headers) })],
    ["hidden", (request) => Object.defineProperty(new Error("failed"), "sent", { value: request })],
    ["as a string", (request) => `failed with ${request.headers.get("Authorization")}`],
    ["as an object", (request) => ({ request })]
  ]

  it.each(quoting)("%s is reduced", async (_, errorOf) => {
    for (const token of ["tok3n_ab", "CANARY-token-of-usual-length.abcdef"]) {
      const world = new World()
      const app = world.start({
        fetch: (input, init) => {
          const request = new Request(input, init)
          return request.url.includes("/api/") ? Promise.reject(errorOf(request)) : world.server.fetch(request)
        }
      })
      await app.token()
      await world.replaceToken(app.application.key, "client-1", token)
      const restarted = world.start({ fetch: (input) => Promise.reject(errorOf(new Request(input))) })
      for (const call of [restarted.call(), restarted.call()]) {
        const thrown = await rejectionOf(call)
        expect(thrown).toBeInstanceOf(AuthError)
        expect(thrown).toMatchObject({ reason: { _tag: "Transport", operation: "sendRequest" } })
        for (const output of [
          inspect(thrown, { depth: 10, showHidden: true }),
          JSON.stringify(thrown),
          String(thrown)
        ]) {
          expect(output).not.toContain(token.slice(0, 8))
        }
      }
    }
  })

  it("the platform's own error passes as it is", async () => {
    const failure = new TypeError("fetch failed", {
      cause: Object.assign(new AggregateError([new Error("connect ECONNREFUSED 127.0.0.1:1")]), {
        code: "ECONNREFUSED"
      })
    })
    const world = new World()
    await world.start().token()
    const app = world.start({ fetch: () => Promise.reject(failure) })
    expect(await rejectionOf(app.call())).toBe(failure)
    expect(await rejectionOf(app.call())).toBe(failure)
  })

  it("the reason of the caller's own signal passes as it is", async () => {
    const world = new World()
    await world.start().token()
    const app = world.start({
      fetch: (input, init) =>
        new Promise((_, reject) => {
          const { signal } = new Request(input, init)
          signal.addEventListener("abort", () => reject(signal.reason))
        })
    })
    const controller = new AbortController()
    const call = rejectionOf(app.fetch(configurationPath, { signal: controller.signal }))
    await world.clock.settle()
    const reason = { the: "caller's" }
    controller.abort(reason)
    expect(await call).toBe(reason)
  })
})
