import { toRecordStore } from "@tve-pass/auth"
import { storeConformance } from "@tve-pass/auth/store-conformance"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { removeExpired, sqlStore } from "../src/sql-store.ts"
import { connectForTest, createPostgresql, createSqlite, type Location } from "./databases.ts"
import { startPostgresql, withoutPostgresql, type PostgresqlServer } from "./postgresql-server.ts"
import { startProgram, type Program } from "./processes/program.ts"

const key = "0123456789abcdef0123456789abcdef01234567"

/** Servers of their own processes. */
let servers: ReadonlyArray<Program> = []
beforeAll(async () => {
  // The first one compiles the modules of all.
  const first = await startProgram()
  servers = [first, ...(await Promise.all(Array.from({ length: 7 }, startProgram)))]
})
afterAll(() => {
  for (const server of servers) server.process.kill("SIGKILL")
})

/** What is the same on both databases. `create` makes an empty one. */
const describeStore = (database: Location["database"], create: () => Promise<Location>) => {
  const openStore = (location: Location) => {
    const query = connectForTest(location)
    return { query, store: sqlStore(query, database) }
  }

  it.for(storeConformance)("$name", async ({ run }) => {
    const location = await create()
    await expect(run(() => openStore(location).store)).resolves.toBeUndefined()
  })

  it("refuses the late write of an owner that has lost the lock", async () => {
    const { query, store } = openStore(await create())
    const records = toRecordStore(store)
    const late = Effect.gen(function* () {
      yield* records.set(`${key}.credentials`, "in time")
      yield* Effect.promise(() => query("update adobe_pass_locks set owner = 'successor'", []))
      yield* records.set(`${key}.credentials`, "late")
    })
    const error = await Effect.runPromise(Effect.flip(records.lock?.withLock(key)(late) ?? Effect.die("no lock")))
    expect(error.reason).toMatchObject({ _tag: "LockTimeout", state: "lost" })
    expect(await store.get(`${key}.credentials`)).toBe("in time")
  })

  it("keeps credentials permanently, and drops tokens an hour after they expired", async () => {
    const { query, store } = openStore(await create())
    const hour = 3_600_000
    await store.set(`${key}.credentials`, "credentials")
    await store.set(`${key}.token`, "token", { usefulUntil: Date.now() - hour / 2 })
    await store.set("another.token", "token", { usefulUntil: Date.now() - 2 * hour })
    await removeExpired(query, database)
    const found = await Promise.all(
      [`${key}.credentials`, `${key}.token`, "another.token"].map((name) => store.get(name))
    )
    expect(found).toEqual(["credentials", "token", undefined])
  })

  it("follows an owner that was killed after its lease, not earlier", async () => {
    const location = await create()
    const { query, store } = openStore(location)
    const owner = await startProgram()
    onTestFinished(() => void owner.process.kill("SIGKILL"))
    expect(await owner.run({ name: "lock", key, location })).toBe("locked")
    owner.process.kill("SIGKILL")
    const acquire = () =>
      Effect.runPromise(
        Effect.timeoutOption(
          toRecordStore(store).lock?.withLock(key)(Effect.succeed("next")) ?? Effect.die("no lock"),
          300
        )
      )
    expect(await acquire()).toMatchObject({ _tag: "None" })
    await query("update adobe_pass_locks set expires = expires - 15000", [])
    expect(await acquire()).toMatchObject({ _tag: "Some", value: "next" })
    expect(await query("select key from adobe_pass_locks", [])).toEqual([])
  })

  it("lets 8 servers register 5 new devices once each: 5 registrations, 5 tokens, 40 responses", async () => {
    const location = await create()
    const simulator = createSimulatorCore({ throttle: false })
    const { origin, close } = await startSimulatorServer({ simulator, port: 0 })
    onTestFinished(close)
    const results = await Promise.all(servers.map(({ run }) => run({ name: "devices", origin, count: 5, location })))
    expect(results).toEqual(Array(8).fill(Array(5).fill(200)))
    expect(simulator.journal.calls("registerClient")).toHaveLength(5)
    expect(simulator.journal.calls("retrieveAccessToken")).toHaveLength(5)
    expect(simulator.journal.calls("retrieveConfiguration")).toHaveLength(40)
    simulator.journal.expectNoViolations()
  })
}

describe("sqlStore on SQLite", () => {
  describeStore("sqlite", createSqlite)
})

describe.skipIf(withoutPostgresql)("sqlStore on PostgreSQL", () => {
  let server: PostgresqlServer
  beforeAll(async () => {
    server = await startPostgresql()
  })
  afterAll(() => server.stop())
  describeStore("postgresql", () => createPostgresql(server))
})
