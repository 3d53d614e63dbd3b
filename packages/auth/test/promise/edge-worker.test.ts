import { afterEach, describe, expect, it, vi } from "vitest"
import { AuthError, createAdobePass, createDevicePool, memoryStore } from "../../src/promise/index.ts"
import { failureOf } from "../flow/device.ts"

const options = {
  environment: "release-staging",
  softwareStatement: "header.payload.signature",
  storage: memoryStore(),
  fetch: () => Promise.resolve(new Response("{}", { status: 500 }))
} as const
const device = { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" }

/** The request that an edge worker is working for, as workerd keeps it: I/O belongs to it. */
let current: object | undefined

/** Makes the globals behave like those of workerd, as far as they tell requests apart. */
const becomeEdgeWorker = (): void => {
  const Platform = globalThis.Response
  vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" })
  vi.stubGlobal(
    "Response",
    class extends Platform {
      readonly #owner = current
      constructor(body?: BodyInit | null, init?: ResponseInit) {
        if (current === undefined) throw new Error("Disallowed operation called within global scope.")
        super(body, init)
      }
      override clone(): Response {
        if (this.#owner !== current) throw new Error("Cannot perform I/O on behalf of a different request.")
        return super.clone()
      }
    }
  )
}

const refusalOf = (call: () => unknown): unknown => {
  try {
    return call()
  } catch (thrown) {
    return thrown instanceof AuthError ? thrown.reason : thrown
  }
}
const refusal = expect.objectContaining({
  _tag: "InvalidConfiguration",
  problem: expect.stringContaining("edge worker")
})

afterEach(() => {
  vi.unstubAllGlobals()
  current = undefined
})

describe("on an edge worker, where each request owns its I/O", () => {
  it("nothing is created at module scope", () => {
    becomeEdgeWorker()
    expect(refusalOf(() => createAdobePass({ ...options, device }))).toEqual(refusal)
    expect(refusalOf(() => createDevicePool(options))).toEqual(refusal)
  })

  it("what was created for one request is refused to another, before it waits for anything", async () => {
    becomeEdgeWorker()
    current = {}
    const pass = createAdobePass({ ...options, device })
    const poolDevice = createDevicePool(options).device({ device, forwardedFor: "203.45.101.20" })
    current = {}
    for (const { fetch, accessToken, forget } of [pass, poolDevice]) {
      for (const call of [fetch("/api/v2/REF30/configuration"), accessToken(), forget()]) {
        expect((await failureOf(call)).reason).toEqual(refusal)
      }
    }
  })

  it("one for each request works", async () => {
    becomeEdgeWorker()
    for (let request = 0; request < 2; request++) {
      current = {}
      await expect(createAdobePass({ ...options, device }).forget()).resolves.toBeUndefined()
    }
  })

  it("other platforms share what they like", async () => {
    const pass = createAdobePass({ ...options, device })
    current = {}
    await expect(pass.forget()).resolves.toBeUndefined()
  })
})
