import { startSimulatorServer } from "@tve-pass/testing/server"
import { createSimulatorCore, type SimulatorOptions } from "@tve-pass/testing/simulator"
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest"
import { openProgram, startProgram, type Program } from "./processes/program.ts"
import { isWithoutRedis, openRedis, type RedisServer } from "./server/redis-server.ts"

const servers = 8
const device = "0123456789abcdef0123456789abcdef01234567"
const record = `tve-pass:{${device}}.credentials`

const serve = async (throttle: NonNullable<SimulatorOptions["throttle"]>) => {
  const simulator = createSimulatorCore({ throttle })
  const server = await startSimulatorServer({ simulator, port: 0 })
  onTestFinished(() => server.close())
  return { origin: server.origin, journal: simulator.journal }
}

describe.skipIf(isWithoutRedis)("8 servers on one Redis", () => {
  let redis: RedisServer
  let programs: ReadonlyArray<Program>

  const stops: Array<() => unknown> = []

  const open = async (): Promise<Program> => {
    const program = await openProgram({ port: redis.port })
    stops.push(program.stop)
    return program
  }

  beforeAll(async () => {
    const { stop, ...opened } = await openRedis()
    stops.push(stop)
    redis = opened
    // The first one compiles the modules of all.
    programs = [await open(), ...(await Promise.all(Array.from({ length: servers - 1 }, open)))]
  })
  afterAll(() => Promise.all(stops.map((stop) => stop())))
  beforeEach(() => redis.command("FLUSHALL"))

  const serverAt = (index: number): Program => programs[index] ?? expect.fail(`There is no server ${index}.`)

  it("register 50 new devices once each: 50 registrations, 50 tokens, 400 responses", async () => {
    const { origin, journal } = await serve(false)
    const results = await Promise.all(programs.map(({ run }) => run({ name: "devices", origin, count: 50 })))
    expect(results).toEqual(Array(servers).fill(50))
    expect(journal.calls("registerClient")).toHaveLength(50)
    expect(journal.calls("retrieveAccessToken")).toHaveLength(50)
    expect(journal.calls("retrieveConfiguration")).toHaveLength(400)
    // Credentials never expire; tokens do; no lock is left.
    const keys = (await redis.command("KEYS", "*")) as ReadonlyArray<string>
    const expiries = await Promise.all(
      keys.map(async (key) => [key, Number(await redis.command("PTTL", key))] as const)
    )
    const of = (ending: string) => expiries.filter(([key]) => key.endsWith(ending)).map(([, expiry]) => expiry)
    expect(of(".credentials")).toEqual(Array(50).fill(-1))
    expect(of(".token").every((expiry) => expiry > 0)).toBe(true)
    expect([of(".token").length, of(".lock")]).toEqual([50, []])
  })

  it("send 60 calls of one device without a 429, whichever way the server counts", async () => {
    const models = await Promise.all((["A", "B", "C"] as const).map((model) => serve({ model })))
    const origins = models.map(({ origin }) => origin)
    const counts = [8, 8, 8, 8, 7, 7, 7, 7]
    const results = await Promise.all(
      programs.map(({ run }, index) => run({ name: "calls", origins, count: counts[index] ?? 0 }))
    )
    expect(results).toEqual(counts.map((count) => count * models.length))
    for (const { journal } of models) {
      expect(journal.calls().filter(({ status }) => status === 429)).toHaveLength(0)
      expect(journal.calls("retrieveConfiguration")).toHaveLength(60)
      expect(journal.calls("registerClient")).toHaveLength(1)
    }
  })

  it("follow an owner that was killed after its lease", async () => {
    const [owner, next] = [await startProgram({ port: redis.port, lease: 1_000 }), serverAt(0)]
    expect(await owner.run({ name: "lock", key: device })).toBe("held")
    owner.process.kill("SIGKILL")
    expect(await next.run({ name: "lock", key: device })).toBe("held")
    expect(await next.run({ name: "write", key: `${device}.credentials`, text: "of the next" })).toBe("written")
    expect(await redis.command("GET", record)).toBe("of the next")
  })

  it("refuse the late write of an owner that was paused past its lease", async () => {
    const [owner, next] = [await startProgram({ port: redis.port, lease: 1_000 }), serverAt(1)]
    expect(await owner.run({ name: "lock", key: device })).toBe("held")
    owner.process.kill("SIGSTOP")
    expect(await next.run({ name: "lock", key: device })).toBe("held")
    expect(await next.run({ name: "write", key: `${device}.credentials`, text: "of the next" })).toBe("written")
    const late = owner.run({ name: "write", key: `${device}.credentials`, text: "late" })
    owner.process.kill("SIGCONT")
    expect(await late).toContain('"state":"lost"')
    expect(await redis.command("GET", record)).toBe("of the next")
  })
})
