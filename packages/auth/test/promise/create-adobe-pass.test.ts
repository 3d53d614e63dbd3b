import { narrow } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest"
import { AuthError, createAdobePass, memoryStore, type AdobePassOptions } from "../../src/promise/index.ts"
import { FakeAdobePass, answer, hang, json } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, rejectionOf } from "../flow/device.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

const options = {
  environment: "release-staging",
  softwareStatement: "CANARY.statement.signature",
  device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
  throttle: false
} as const

const connect = (more: Partial<AdobePassOptions> = {}) => {
  const server = new FakeAdobePass(new VirtualClock())
  const pass = createAdobePass({ fetch: server.fetch, ...options, ...more } as AdobePassOptions)
  return { server, pass }
}

const storeWithNullLock: unknown = { get: () => null, set: () => {}, remove: () => {}, lock: null }

/** A Web Storage as browsers have it. */
const webStorage = () => {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key)
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe("createAdobePass", () => {
  it("goes from a software statement to an authorized response", async () => {
    const { server, pass } = connect()
    const response = await pass.fetch("/api/v2/REF30/configuration")
    expect(await response.json()).toStrictEqual({ ok: true })
    expect(server.arrivals.map(({ operation }) => operation)).toStrictEqual(["register", "token", "call"])
  })

  it("is what the generated clients take", async () => {
    const { server, pass } = connect()
    server.next("call", () => json(200, { requestor: { id: "REF30", mvpds: [{ id: "Cablevision" }] } }))
    const restV2 = createRestV2Client(pass)
    const result = narrow(
      await restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider: "REF30" } } })
    )
    expect(result).toMatchObject({ kind: "success", data: { requestor: { id: "REF30" } } })
    expect(server.arrival(-1).request.headers.get("AP-Device-Identifier")).toMatch(/^fingerprint /)
  })

  it("sends the body of a generated client again after a 401, without having copied it (rule 13)", async () => {
    const { server, pass } = connect()
    const clone = vi.spyOn(Request.prototype, "clone")
    server.next("call", () => json(401, {}))
    await createRestV2Client(pass).POST("/api/v2/{serviceProvider}/sessions", {
      params: { path: { serviceProvider: "REF30" } },
      body: { mvpd: "Cablevision" }
    })
    const calls = server.arrivals.filter(({ operation }) => operation === "call")
    expect(calls.map(({ status, body }) => [status, body])).toEqual([
      [401, "mvpd=Cablevision"],
      [200, "mvpd=Cablevision"]
    ])
    // Those of the server, which reads one of each request.
    expect(clone).toHaveBeenCalledTimes(server.arrivals.length)
    clone.mockRestore()
  })

  it("keeps what it learns in a Web Storage", async () => {
    const storage = webStorage()
    const { pass } = connect({ storage })
    const token = await pass.accessToken()
    const later = connect({ storage })
    expect(await later.pass.accessToken()).toBe(token)
    expect(later.server.arrivals).toHaveLength(0)
  })

  it("keeps what it learns in a store", async () => {
    const storage = memoryStore()
    await connect({ storage }).pass.accessToken()
    const later = connect({ storage })
    await later.pass.accessToken()
    expect(later.server.arrivals).toHaveLength(0)
  })

  it("looks the platform's fetch up at each call", async () => {
    const pass = createAdobePass(options)
    const server = new FakeAdobePass(new VirtualClock())
    vi.stubGlobal("fetch", server.fetch)
    await pass.accessToken()
    const other = new FakeAdobePass(new VirtualClock())
    other.tokens.add("CANARY-token-1")
    vi.stubGlobal("fetch", other.fetch)
    await pass.fetch("/api/v2/REF30/configuration")
    expect([server.arrivals.length, other.count("call")]).toStrictEqual([2, 1])
  })

  it.each([
    ["an empty statement", { softwareStatement: "" }, "softwareStatement"],
    ["a statement with a hole", { softwareStatement: "a.b b.c" }, "softwareStatement"],
    ["no environment", { environment: undefined }, "environment"],
    ["an origin that is no URL", { environment: undefined, origin: "sp.auth.adobe.com" }, "origin"],
    ["http: off loopback", { environment: undefined, origin: "http://sp.auth.adobe.com" }, "origin"],
    ["a device without identifier", { device: { identifier: "" } }, "device.identifier"],
    ["an incomplete device info", { device: { identifier: "d", info: { model: "OLED55" } } }, "device.info"],
    ["a redirect URI that is none", { redirectUri: "somewhere" }, "redirectUri"],
    ["an empty redirect URI", { redirectUri: "" }, "redirectUri"],
    ["an instance id that is a number", { instanceId: 7 }, "instanceId"],
    ["an empty instance id", { instanceId: "" }, "instanceId"],
    ["a path as a store", { storage: "/var/lib/my-app" }, "storage"],
    ["a promise of a store", { storage: Promise.resolve(memoryStore()) }, "storage"],
    ["a store that lacks members", { storage: { get: () => undefined } }, "storage"],
    ["a fetch that is none", { fetch: "fetch" }, "fetch"],
    ["no requests per second", { throttle: { perSecond: 0 } }, "throttle.perSecond"],
    ["a burst that is no number", { throttle: { burst: Number.NaN } }, "throttle.burst"],
    ["a limit as text", { throttle: { queueLimit: "100" } }, "throttle.queueLimit"],
    ["no limits: null", { throttle: null }, "throttle"],
    ["a switch in place of limits", { throttle: true }, "throttle"],
    ["no policy: null", { policy: null }, "policy"],
    ["no storage: null", { storage: null }, "storage"],
    ["storage that the platform lacks: undefined", { storage: undefined }, "storage"],
    ["a path as storage", { storage: "/var/lib" }, "storage"],
    ["a lock that is none: null", { storage: storeWithNullLock }, "storage.lock"],
    ["a limit that does not exist", { throttle: { perMinute: 60 } }, "throttle.perMinute"],
    ["a negative time", { policy: { dcrDeadline: -1 } }, "policy.dcrDeadline"],
    ["retries that are no plan", { policy: { dcrRetries: [100, 200] } }, "policy.dcrRetries"]
  ])("throws a typed error for %s, before any request", async (_, wrong, field) => {
    // What a program without types may pass.
    const create = async () => connect(wrong as Partial<AdobePassOptions>)
    const error = await failureOf(create())
    expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field })
  })
})

describe("settings", () => {
  it("that are undefined are the default ones", async () => {
    const { pass } = connect({
      throttle: { perSecond: undefined },
      policy: { dcrDeadline: undefined }
    } as unknown as Partial<AdobePassOptions>)
    expect(await pass.accessToken()).toBe("CANARY-token-1")
  })

  it("may be zero or infinite where that makes sense", async () => {
    const { pass } = connect({
      throttle: { perSecond: Number.POSITIVE_INFINITY, burst: 0, queueLimit: 0 },
      policy: { dcrJitter: 0, registrationCoolDown: 0 }
    })
    expect(await pass.accessToken()).toBe("CANARY-token-1")
  })
})

describe("accessToken", () => {
  it("rejects with the signal's reason, and leaves the others their token", async () => {
    const { server, pass } = connect()
    const controller = new AbortController()
    const aborted = rejectionOf(pass.accessToken({ signal: controller.signal }))
    const other = pass.accessToken()
    controller.abort()
    expect(await aborted).toMatchObject({ name: "AbortError" })
    expect(await other).toBe("CANARY-token-1")
    expect(server.count("register")).toBe(1)
  })

  it("rejects at once for a signal that is aborted already", async () => {
    const { pass } = connect()
    expect(await rejectionOf(pass.accessToken({ signal: AbortSignal.abort("left") }))).toBe("left")
  })

  it("rejects with the same errors as the Effect API", async () => {
    const { server, pass } = connect()
    server.next("register", answer(400, { error: "unapproved_software_statement" }))
    const error = await rejectionOf(pass.accessToken())
    expect(error).toBeInstanceOf(AuthError)
    expect(error).toMatchObject({ code: "statement-rejected", retry: { _tag: "AfterUserAction" }, attempts: 1 })
  })
})

describe("on", () => {
  it("calls back with the events of one kind until it is told to stop", async () => {
    const { pass } = connect()
    const seen: Array<number> = []
    const stop = pass.on("token-obtained", (event) => {
      expectTypeOf(event.expiresIn).toEqualTypeOf<number>()
      seen.push(event.expiresIn)
    })
    await pass.accessToken()
    await pass.forget()
    stop()
    await pass.accessToken()
    expect(seen).toStrictEqual([21_600])
  })

  it("a listener that throws breaks nothing", async () => {
    const { pass } = connect()
    pass.on("credentials-registered", () => {
      throw new Error("listener")
    })
    expect(await pass.accessToken()).toBe("CANARY-token-1")
  })
})

describe("forget", () => {
  it("drops the token, and the pair only when told to", async () => {
    const storage = webStorage()
    const { server, pass } = connect({ storage })
    await pass.accessToken()
    await pass.forget()
    expect([...storage.texts.keys()].map((key) => key.split(".").at(-1))).toStrictEqual(["credentials"])
    await pass.accessToken()
    await pass.forget({ credentials: true })
    expect(storage.texts.size).toBe(0)
    await pass.accessToken()
    expect([server.count("register"), server.count("token")]).toStrictEqual([2, 3])
  })
})

describe("dispose", () => {
  it("ends what is under way and what comes later with an AbortError", async () => {
    const { server, pass } = connect()
    server.next("register", hang)
    const waiting = rejectionOf(pass.accessToken())
    await new Promise((resolve) => setImmediate(resolve))
    await pass.dispose()
    expect(await waiting).toMatchObject({ name: "AbortError" })
    expect(await rejectionOf(pass.accessToken())).toMatchObject({ name: "AbortError" })
  })

  it("keeps a token at hand from being used", async () => {
    const { server, pass } = connect()
    await pass.accessToken()
    await pass.dispose()
    expect(await rejectionOf(pass.accessToken())).toMatchObject({ name: "AbortError" })
    expect(await rejectionOf(pass.fetch("/api/v2/REF30/configuration"))).toMatchObject({ name: "AbortError" })
    expect(server.count("call")).toBe(0)
  })

  it("is what await using calls", async () => {
    const { pass } = connect()
    await pass[Symbol.asyncDispose]()
    expect(await rejectionOf(pass.accessToken())).toMatchObject({ name: "AbortError" })
  })
})
