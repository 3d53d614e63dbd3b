import { describe, expect, it } from "vitest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import { connectAdobePass, type AdobePassOptions } from "../../src/promise/create-adobe-pass.ts"
import { memoryStore, type CustomStore } from "../../src/promise/index.ts"
import type { AuthEventType } from "../../src/events/index.ts"
import { FakeAdobePass } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, origin } from "../flow/device.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

const customStore = (texts: Map<string, string>): CustomStore => ({
  get: (key) => Promise.resolve(texts.get(key)),
  set: async (key, text) => void texts.set(key, text),
  remove: async (key) => void texts.delete(key)
})

const start = (options: Partial<AdobePassOptions>) => {
  const clock = new VirtualClock()
  const server = new FakeAdobePass(clock)
  const pass = connectAdobePass(
    {
      origin,
      softwareStatement: "CANARY.statement.signature",
      device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
      throttle: false,
      fetch: server.fetch,
      ...options
    } as AdobePassOptions,
    Context.make(Clock.Clock, clock)
  )
  const seen: Array<string> = []
  const types: ReadonlyArray<AuthEventType> = [
    "credentials-registered",
    "credentials-not-persisted",
    "credentials-replaced",
    "token-not-stored"
  ]
  for (const type of types) {
    pass.on(type, (event) => seen.push("reason" in event ? `${event.type}: ${event.reason}` : event.type))
  }
  return { clock, server, pass, seen, token: () => clock.finish(pass.accessToken()) }
}

describe("a store that cannot be trusted registers nothing", () => {
  const texts = new Map<string, string>()
  const whole = customStore(texts)
  const stores: Record<string, CustomStore> = {
    "whose set does nothing": { ...whole, set: () => {} },
    "whose set resolves to false": { ...whole, set: () => Promise.resolve(false) },
    "that shortens what it is given": { ...whole, set: (key, text) => void texts.set(key, text.slice(0, 100)) },
    "that returns the records of another key": { ...whole, get: () => "other" },
    "that never responds to set": { ...whole, set: () => new Promise(() => {}) },
    "that never responds to get": { ...whole, get: () => new Promise(() => {}) }
  }
  it.each(Object.entries(stores))("%s", async (_, storage) => {
    const { server, token } = start({ storage })
    for (const attempt of [1, 2]) {
      expect((await failureOf(token())).reason, `attempt ${attempt}`).toMatchObject({
        _tag: expect.stringMatching(/^StoreUnavailable$|^RegistrationGuarded$/)
      })
    }
    expect(server.count("register")).toBe(0)
  })

  it("until it responds again: the next call works", async () => {
    let isDown = true
    const storage: CustomStore = {
      ...customStore(new Map()),
      remove: () => (isDown ? new Promise<never>(() => {}) : undefined)
    }
    const { server, token } = start({ storage })
    expect((await failureOf(token())).reason).toMatchObject({ _tag: "StoreUnavailable", operation: "remove" })
    isDown = false
    expect(await token()).toBe("CANARY-token-1")
    expect(server.count("register")).toBe(1)
  })
})

it("a new device whose store returns an empty string registers once", async () => {
  const records = new Map<string, string>()
  const storage: CustomStore = { ...customStore(records), get: (key) => records.get(key) ?? "" }
  const { server, token, seen } = start({ storage })
  expect(await token()).toBe("CANARY-token-1")
  expect([server.count("register"), seen]).toEqual([1, ["credentials-registered"]])
})

describe("memory", () => {
  it("that the options do not name says that nothing survives, with each registration", async () => {
    const { token, seen } = start({})
    await token()
    expect(seen).toEqual(["credentials-registered", "credentials-not-persisted"])
  })

  it("that was asked for by name says nothing", async () => {
    const { token, seen } = start({ storage: memoryStore() })
    await token()
    expect(seen).toEqual(["credentials-registered"])
  })
})

it("a store that is emptied while the application runs raises credentials-replaced (rule 6)", async () => {
  const records = new Map<string, string>()
  const { token, clock, pass, seen } = start({ storage: customStore(records) })
  await token()
  records.clear()
  await clock.finish(pass.forget())
  await token()
  expect(seen).toEqual(["credentials-registered", "credentials-registered", "credentials-replaced: missing_record"])
})
