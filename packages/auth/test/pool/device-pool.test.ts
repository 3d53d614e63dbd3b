import { describe, expect, it } from "vitest"
import { answer, tooManyRequests } from "../fake-server/fake-adobe-pass.ts"
import type { PooledDeviceOptions } from "../../src/promise/index.ts"
import { configurationPath, failureOf } from "../flow/device.ts"
import { startServer } from "./server.ts"

describe("a pool of devices", () => {
  it("gives each device its own pair, token and address", async () => {
    const { pool, clock, adobePass, device } = startServer()
    await clock.finish(Promise.all([device(1).fetch(configurationPath), device(2).fetch(configurationPath)]))
    expect([adobePass.count("register"), adobePass.count("token"), adobePass.count("call")]).toStrictEqual([2, 2, 2])
    expect(new Set(adobePass.bearers).size).toBe(2)
    const addresses = adobePass.arrivals.map(({ request }) => request.headers.get("X-Forwarded-For"))
    expect(addresses.filter((address) => address === "10.0.0.1")).toHaveLength(3)
    expect(addresses.filter((address) => address === "10.0.0.2")).toHaveLength(3)
    expect(pool.size()).toBe(2)
  })

  it("makes one registration for any number of handles of one device", async () => {
    const { clock, adobePass, device } = startServer()
    await clock.finish(Promise.all(Array.from({ length: 50 }, () => device(1).fetch(configurationPath))))
    expect([adobePass.count("register"), adobePass.count("token")]).toStrictEqual([1, 1])
  })

  it("reads and sends nothing before the first use", () => {
    const { pool, adobePass, device } = startServer()
    device(1)
    expect([pool.size(), adobePass.arrivals.length]).toStrictEqual([0, 0])
  })

  it.each([
    ["an address", { device: { identifier: "d" }, forwardedFor: "nowhere" }, "forwardedFor"],
    ["any address", { device: { identifier: "d" } }, "forwardedFor"],
    ["an identifier", { device: { identifier: "" }, forwardedFor: "10.0.0.1" }, "device.identifier"]
  ])("refuses a device without %s", async (_, description, field) => {
    const { pool } = startServer()
    const error = await failureOf(Promise.resolve().then(() => pool.device(description as PooledDeviceOptions)))
    expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field })
  })

  it("shares the bucket of devices behind one address, and of no others", async () => {
    const { clock, adobePass, pool } = startServer({ throttle: {} })
    const at = (identifier: string, forwardedFor: string) => pool.device({ device: { identifier }, forwardedFor })
    const calls = ["a", "b", "c", "d"].map((identifier) => at(identifier, "10.0.0.1").fetch(configurationPath))
    calls.push(at("e", "10.0.0.2").fetch(configurationPath))
    await clock.finish(Promise.all(calls))
    // Twelve requests behind the first address: ten at once, one after half a second, and one after another second.
    const late = adobePass.arrivals.filter(({ at }) => at > 0)
    expect(late.map(({ at }) => at)).toStrictEqual([500, 1500])
    expect(late.map(({ request }) => request.headers.get("X-Forwarded-For"))).toStrictEqual(["10.0.0.1", "10.0.0.1"])
  })

  it("knows an IPv6 address in any notation", async () => {
    const { clock, adobePass, pool } = startServer({ throttle: { burst: 0 } })
    const at = (forwardedFor: string) => pool.device({ device: { identifier: "d" }, forwardedFor })
    await clock.finish(at("2001:db8::1").accessToken())
    const start = clock.elapsed
    await clock.finish(at("2001:0DB8:0:0:0:0:0:1").fetch(configurationPath))
    expect(clock.elapsed - start).toBe(1000)
    expect(new Set(adobePass.arrivals.map(({ request }) => request.headers.get("X-Forwarded-For")))).toStrictEqual(
      new Set(["2001:db8::1"])
    )
  })

  it("a 429 of one device holds no other", async () => {
    const { clock, adobePass, device } = startServer()
    await clock.finish(Promise.all([device(1).accessToken(), device(2).accessToken()]))
    adobePass.next("call", tooManyRequests)
    const held = device(1).fetch(configurationPath)
    await clock.settle()
    await clock.finish(device(2).fetch(configurationPath))
    expect(clock.elapsed).toBe(0)
    await clock.finish(held)
    expect(clock.elapsed).toBeGreaterThanOrEqual(1000)
  })

  it("registers a device that moved from its new address, with its old pair", async () => {
    const { clock, adobePass, pool } = startServer()
    const at = (forwardedFor: string) => pool.device({ device: { identifier: "phone" }, forwardedFor })
    await clock.finish(at("10.0.0.1").fetch(configurationPath))
    adobePass.expireTokens()
    await clock.finish(at("10.0.0.2").fetch(configurationPath))
    expect(adobePass.count("register")).toBe(1)
    const moved = adobePass.arrivals.slice(-3).map(({ request }) => request.headers.get("X-Forwarded-For"))
    expect(moved).toStrictEqual(["10.0.0.2", "10.0.0.2", "10.0.0.2"])
  })

  it("tells whose event it is", async () => {
    const { clock, adobePass, pool, device } = startServer()
    const seen: Array<unknown> = []
    pool.on("credentials-replaced", ({ instanceId, reason }) => seen.push([instanceId, reason]))
    adobePass.next("token", answer(400, { error: "invalid_client" }))
    await clock.finish(device(7).accessToken())
    expect(seen).toStrictEqual([["device 7", "invalid_client"]])
  })
})

describe("the memory of a pool", () => {
  it("drops every device after its idle time, and nothing else", async () => {
    const { clock, pool, device } = startServer({ idleTime: 60_000 })
    for (let number = 1; number <= 100; number++) await clock.finish(device(number).accessToken())
    expect(pool.size()).toBe(100)
    await clock.advance(59_000)
    await clock.finish(device(1).fetch(configurationPath))
    await clock.advance(1000)
    expect(pool.size()).toBe(1)
    await clock.advance(120_000)
    expect([pool.size(), clock.timers]).toStrictEqual([0, 0])
  })

  it("a device that comes back registers nothing and asks for no token", async () => {
    const { clock, adobePass, device } = startServer()
    const one = device(1)
    const token = await clock.finish(one.accessToken())
    await clock.advance(600_000)
    expect(await clock.finish(one.accessToken())).toBe(token)
    expect(adobePass.arrivals).toHaveLength(2)
  })

  it("is bounded: the longest unused device makes room", async () => {
    const { clock, adobePass, pool, device } = startServer({ maximumDevices: 3 })
    for (const number of [1, 2, 3]) await clock.finish(device(number).accessToken())
    await clock.finish(device(1).fetch(configurationPath))
    await clock.finish(device(4).accessToken())
    expect(pool.size()).toBe(3)
    adobePass.latency = 1
    const startedAt = clock.elapsed
    await clock.finish(device(1).fetch(configurationPath))
    expect(clock.elapsed - startedAt).toBe(1)
    expect(adobePass.count("token")).toBe(4)
  })

  it("a device that is dropped while it registers still serves whoever waits, with one registration", async () => {
    const { clock, adobePass, device } = startServer({ maximumDevices: 1 })
    adobePass.latency = 100
    const tokens = [device(1).accessToken(), device(2).accessToken(), device(1).accessToken()]
    const [first, , again] = await clock.finish(Promise.all(tokens))
    expect(again).toBe(first)
    expect([adobePass.count("register"), adobePass.count("token")]).toStrictEqual([2, 2])
  })

  it.each([{ idleTime: 0 }, { idleTime: Number.NaN }, { maximumDevices: 0 }])("is not %o", async (limits) => {
    const error = await failureOf(Promise.resolve().then(() => startServer(limits)))
    expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field: Object.keys(limits)[0] })
  })

  it("sets no timer for an address that was told off, which is remembered for an hour", async () => {
    const { clock, adobePass, device } = startServer({ throttle: {} })
    adobePass.next("call", tooManyRequests)
    await clock.finish(device(1).fetch(configurationPath))
    await clock.advance(1_200_000)
    expect(clock.timers).toBe(0)
  })

  it("sets no timer while it is empty, and none after it was disposed of", async () => {
    const { clock, pool, device } = startServer()
    expect(clock.timers).toBe(0)
    await clock.finish(device(1).accessToken())
    expect(clock.timers).toBe(1)
    await clock.finish(pool.dispose())
    expect(clock.timers).toBe(0)
  })
})
