import { storeConformance } from "@tve-pass/auth/store-conformance"
import { throttleConformance } from "@tve-pass/auth/throttle-conformance"
import { describe, expect, it } from "vitest"
import { inspectRedis, redisStore, redisThrottle, type RedisConnection } from "../src/index.ts"
import { clients, clusterClients } from "./server/clients.ts"
import { isWithoutRedis, startRedis } from "./server/redis-server.ts"

/** Milliseconds for a command: both suites send all of theirs at once, on a machine that may be busy. */
const patience = 30_000

/** Runs both suites over a connection, and resolves to what failed. */
const failuresOf = async (connection: RedisConnection): Promise<ReadonlyArray<string>> => {
  const failures: Array<string> = []
  const note = (name: string) => (error: unknown) => void failures.push(`${name}: ${String(error)}`)
  const stores = storeConformance.map(({ name, run }, index) =>
    run(() => redisStore(connection, { prefix: `store-${index}:`, timeout: patience })).catch(note(name))
  )
  const throttles = throttleConformance.map(({ name, run }, index) =>
    run((limits) => redisThrottle(connection, { ...limits, prefix: `throttle-${index}:`, timeout: patience })).catch(
      note(name)
    )
  )
  await Promise.all([...stores, ...throttles])
  const { version } = await inspectRedis(connection)
  return version === undefined ? [...failures, "no version"] : failures
}

describe.skipIf(isWithoutRedis)("the store and the throttle over", () => {
  it.each(Object.entries(clients))("%s", async (_, open) => {
    const { port } = await startRedis()
    expect(await failuresOf(await open(port))).toEqual([])
  })

  it.each(Object.entries(clusterClients))("%s", async (_, open) => {
    const { port, command } = await startRedis("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1")
    await command("CLUSTER", "ADDSLOTSRANGE", "0", "16383")
    await expect
      .poll(async () => String(await command("CLUSTER", "INFO")), { timeout: 30_000 })
      .toContain("cluster_state:ok")
    expect(await failuresOf(await open(port))).toEqual([])
  })
})
