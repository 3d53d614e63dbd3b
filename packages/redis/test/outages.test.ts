import * as Effect from "effect/Effect"
import type { AuthErrorReason } from "@tve-pass/auth"
import { AuthError, createDevicePool } from "@tve-pass/auth/promise"
import { toRecordStore } from "@tve-pass/auth"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { describe, expect, it, onTestFinished } from "vitest"
import { redisStore, redisThrottle, type RedisConnection, type RedisStoreOptions } from "../src/index.ts"
import { connect, isWithoutRedis, startRedis } from "./server/redis-server.ts"

/** Milliseconds for a command that succeeds, on a machine that may be busy. */
const patience = 30_000

/** The same in tests that wait for a command to fail before one succeeds. */
const short = 4_000

/** A server of a programmer on Redis, with one device. */
const startServer = (connection: RedisConnection, options: RedisStoreOptions = {}) => {
  const simulator = createSimulatorCore({ throttle: false })
  const pool = createDevicePool({
    origin: simulator.origin,
    fetch: simulator.fetch,
    softwareStatement: exampleSoftwareStatement,
    storage: redisStore(connection, { timeout: patience, ...options }),
    throttle: redisThrottle(connection, { timeout: patience })
  })
  onTestFinished(() => pool.dispose())
  const events: Array<string> = []
  for (const type of ["throttle-degraded", "credentials-replaced", "token-not-stored"] as const) {
    pool.on(type, (event) => events.push(event.type))
  }
  const device = pool.device({ device: { identifier: "device" }, forwardedFor: "203.45.101.20" })
  const token = () => device.accessToken()
  const reason = () =>
    token().then(
      () => "it succeeded",
      (error: unknown): AuthErrorReason => (error instanceof AuthError ? error.reason : expect.fail(String(error)))
    )
  const registrations = () => simulator.journal.calls("registerClient").length
  return { token, reason, events, registrations, forget: () => device.forget() }
}

const credentials = async (redis: { readonly command: (...command: ReadonlyArray<string>) => Promise<unknown> }) => {
  const [key = ""] = (await redis.command("KEYS", "*.credentials")) as ReadonlyArray<string>
  return redis.command("GET", key)
}

describe.skipIf(isWithoutRedis)("when Redis", () => {
  it("crashes and starts again with appendonly, no credentials are lost and no server has to restart", async () => {
    const redis = await startRedis("--appendonly", "yes", "--appendfsync", "always")
    const server = startServer(await connect(redis), { timeout: short })
    await server.token()
    const before = await credentials(redis)
    await redis.kill()
    expect(await server.forget().catch((error: AuthError) => error.reason._tag)).toBe("StoreUnavailable")
    await redis.restart()
    await server.forget()
    await server.token()
    expect(await credentials(redis)).toBe(before)
    expect([server.registrations(), server.events.includes("credentials-replaced")]).toEqual([1, false])
  })

  it("is away, a new device is not registered, and the next call works", async () => {
    const redis = await startRedis()
    const server = startServer(await connect(redis), { timeout: short })
    await redis.kill()
    expect(await server.reason()).toMatchObject({ _tag: "StoreUnavailable", cause: { name: "TimeoutError" } })
    expect(server.registrations()).toBe(0)
    await redis.restart()
    await server.token()
    expect(server.registrations()).toBe(1)
  })

  it("is paused for longer than the timeout, the call fails and the next one works", async () => {
    const redis = await startRedis()
    const server = startServer(await connect(redis), { timeout: short })
    process.kill(redis.pid(), "SIGSTOP")
    expect(await server.reason()).toMatchObject({ _tag: "StoreUnavailable" })
    process.kill(redis.pid(), "SIGCONT")
    await server.token()
    expect(server.registrations()).toBe(1)
  })

  it("is full, nothing is registered, and the remedy says what to do", async () => {
    const redis = await startRedis("--maxmemory-policy", "noeviction")
    const server = startServer(await connect(redis))
    await redis.command("CONFIG", "SET", "maxmemory", "1")
    expect(await server.reason()).toMatchObject({
      _tag: "StoreUnavailable",
      remedy: "Give Redis more memory (maxmemory), or remove other data from it",
      cause: { code: "OOM" }
    })
    expect(server.registrations()).toBe(0)
    await redis.command("CONFIG", "SET", "maxmemory", "0")
    await server.token()
    expect(server.registrations()).toBe(1)
  })

  it("is a replica, nothing is registered, and the remedy says what to do", async () => {
    const [primary, replica] = [await startRedis(), await startRedis()]
    await replica.command("REPLICAOF", "127.0.0.1", `${primary.port}`)
    const server = startServer(await connect(replica))
    expect(await server.reason()).toMatchObject({
      _tag: "StoreUnavailable",
      remedy: "Connect to the primary: this is a replica",
      cause: { code: "READONLY" }
    })
    expect(server.registrations()).toBe(0)
    await replica.command("REPLICAOF", "NO", "ONE")
    await server.token()
    expect(server.registrations()).toBe(1)
  })

  it("has flushed its scripts, they are sent again", async () => {
    const redis = await startRedis()
    const server = startServer(await connect(redis))
    await server.token()
    await redis.command("SCRIPT", "FLUSH")
    await server.forget()
    await server.token()
    expect([server.registrations(), server.events]).toEqual([1, []])
  })

  it("fails over to a replica that has confirmed, the credentials are there", async () => {
    const [primary, replica] = [await startRedis(), await startRedis()]
    await replica.command("REPLICAOF", "127.0.0.1", `${primary.port}`)
    await expect
      .poll(async () => String(await replica.command("INFO", "replication")), { timeout: 60_000 })
      .toContain("master_link_status:up")
    const [one, two] = [await connect(primary), await connect(replica)]
    let current = one
    const server = startServer({ send: (command, key) => current.send(command, key) }, { replicas: 1 })
    await server.token()
    const before = await credentials(primary)
    await primary.kill()
    await replica.command("REPLICAOF", "NO", "ONE")
    current = two
    await server.forget()
    await server.token()
    expect(await credentials(replica)).toBe(before)
    expect([server.registrations(), server.events.includes("credentials-replaced")]).toEqual([1, false])
  })

  it("lacks the replicas that have to confirm, the call fails, and the next one uses the same credentials", async () => {
    const redis = await startRedis()
    const server = startServer(await connect(redis), { replicas: 1, timeout: short })
    expect(await server.reason()).toMatchObject({
      _tag: "StoreUnavailable",
      remedy: "Check the replicas of Redis: 0 of 1 have confirmed the client credentials"
    })
    await server.token()
    expect(server.registrations()).toBe(1)
  })

  it("may evict credentials, it is refused unless that is allowed; corrected, the next call works", async () => {
    const redis = await startRedis("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru")
    const connection = await connect(redis)
    const server = startServer(connection)
    expect(await server.reason()).toMatchObject({ _tag: "InvalidConfiguration", field: "maxmemory-policy" })
    expect(server.registrations()).toBe(0)
    await redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction")
    await server.token()
    await redis.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru")
    await redis.command("FLUSHALL")
    const warnings: Array<string> = []
    const allowing = startServer(connection, { allowEviction: true, onWarning: ({ code }) => warnings.push(code) })
    await allowing.token()
    expect(warnings).toEqual(["eviction", "not-durable"])
  })
})

describe.skipIf(isWithoutRedis)("the throttle", () => {
  it("leaves no key of 100,000 addresses once they are idle", async () => {
    const redis = await startRedis()
    const throttle = redisThrottle(await connect(redis), { timeout: 60_000 })
    const acquire = (index: number) => throttle.acquire(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`)
    for (let batch = 0; batch < 100; batch++) {
      const waits = await Promise.all(Array.from({ length: 1_000 }, (_, index) => acquire(batch * 1_000 + index)))
      expect(waits.every((wait) => wait === 0)).toBe(true)
    }
    await expect.poll(() => redis.command("DBSIZE"), { timeout: 60_000 }).toBe(0)
  })

  it("holds a device no longer than its burst where the clock of Redis goes back, as after a failover", async () => {
    const redis = await startRedis()
    const throttle = redisThrottle(await connect(redis), { timeout: 60_000 })
    expect(await throttle.acquire("203.45.101.20")).toBe(0)
    const [bucket] = (await redis.command("KEYS", "*")) as ReadonlyArray<string>
    await redis.command("HSET", bucket ?? "", "t", `${Date.now() + 3_600_000}`)
    const wait = await throttle.acquire("203.45.101.20")
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(1_000)
  })

  it("degrades with one event while Redis is away, and recovers", async () => {
    const redis = await startRedis()
    const server = startServer(await connect(redis))
    await server.token()
    const shared = redisThrottle(await connect(redis), { timeout: short })
    const throttle = await openThrottle(shared)
    await redis.kill()
    await throttle.take()
    await throttle.take()
    expect(throttle.events).toEqual(["throttle-degraded"])
    await redis.restart()
    await throttle.take()
    await throttle.take()
    expect(throttle.events).toEqual(["throttle-degraded"])
  })
})

/** The throttle of one process. */
const openThrottle = async (shared: ReturnType<typeof redisThrottle>) => {
  const events: Array<string> = []
  const opened = await Effect.runPromise(
    Effect.clockWith((clock) =>
      Effect.sync(() =>
        shared.open(clock, {
          publish: ({ type }) => void events.push(type),
          subscribe: () => () => {}
        })
      )
    )
  )
  return { events, take: () => Effect.runPromise(opened.take("203.45.101.20")) }
}

describe.skipIf(isWithoutRedis)("records", () => {
  it("share a slot with their lock, and have the prefix", async () => {
    const redis = await startRedis()
    const store = toRecordStore(redisStore(await connect(redis), { prefix: "channel:" }))
    const key = "0123456789abcdef0123456789abcdef01234567"
    const write = store.set(`${key}.token`, "text", { usefulUntil: Date.now() + 60_000 })
    const look = Effect.promise(() => redis.command("KEYS", "*"))
    const keys = await Effect.runPromise(store.lock?.withLock(key)(Effect.andThen(write, look)) ?? Effect.succeed([]))
    expect(String(keys).split(",").sort()).toEqual([`channel:{${key}}.lock`, `channel:{${key}}.token`])
    expect(await redis.command("KEYS", "*")).toEqual([`channel:{${key}}.token`])
    expect(() => redisStore({ send: () => Promise.reject() }, { prefix: "{a}" })).toThrow("without braces")
  })
})
