import { createDevicePool } from "@tve-pass/auth/promise"
import { redisStore, redisThrottle } from "@tve-pass/redis"
import { measureInChild } from "../child/child-result.ts"
import { readJson } from "../contestants/read-json.ts"
import { manyRequests, tvePass } from "../contestants/tve-pass.ts"
import type { Measurement } from "../measurement.ts"
import { immediateNetwork } from "../memory/immediate-network.ts"
import { apiPath, device, deviceAddress } from "../network/request.ts"
import { formatNumber } from "../report/render-report.ts"
import { type Cell, measured, type Row } from "../report/row.ts"
import { differencesOf, measureInTurn, medianOf, noiseOf, processorTime, spreadOf } from "../statistics.ts"
import { connectRedis, type RedisServer, startRedis } from "./redis-server.ts"

/** Measures what a store and a throttle in Redis cost a server. */
export const redis: Measurement = {
  name: "redis",
  busy: "computing",
  measure: async ({ quick, progress }) => {
    const server = await startRedis()
    if (server === undefined) {
      progress("skipped: no redis-server is installed. Set REDIS_SERVER to one.")
      return rows(Object.fromEntries(Object.keys(titles).map((id) => [id, { cell: missing }])))
    }
    try {
      progress("latency")
      const latency = await latencyOf(server, quick)
      progress("takes per second")
      const takes = await takesPerSecond(server, quick)
      progress("memory")
      return rows({ ...latency, ...takes, ...(await memoryOf(server, quick)) })
    } finally {
      await server.stop()
    }
  }
}

const missing: Cell = { instead: "no Redis", reason: "no redis-server was installed on the machine of this run" }

interface Result {
  readonly cell: Cell
  readonly noise?: number
}

const titles = {
  "redis-latency": ["latency that the shared throttle adds to a call with a valid token", "µs"],
  "redis-rate": ["calls of a server per second of processor time", "calls/s"],
  "redis-takes": ["requests taken from shared buckets by 8 processes", "takes/s"],
  "redis-device-bytes": ["Redis memory of a device with credentials and token", "bytes"],
  "redis-bucket-bytes": ["Redis memory of an address in use", "bytes"]
} as const

const rows = (results: { readonly [id: string]: Result }): ReadonlyArray<Row> =>
  Object.entries(titles).map(([id, [title, unit]]) => {
    const { cell, noise } = results[id] ?? { cell: missing }
    return {
      id,
      table: "redis",
      title,
      unit,
      better: unit.endsWith("/s") ? "higher" : "lower",
      cells: { [tvePass.name]: cell },
      ...(noise === undefined ? {} : { noise })
    }
  })

/** Milliseconds. A busy machine must not make a command fail. */
const timeout = 30_000

const application = { ...immediateNetwork, softwareStatement: "a.b.c" }

const latencyOf = async (
  { port, version }: RedisServer,
  quick: boolean
): Promise<{ readonly [id: string]: Result }> => {
  const connection = await connectRedis(port)
  const storage = redisStore(connection, { timeout })
  const pools = {
    local: createDevicePool({ ...application, storage, throttle: manyRequests }),
    again: createDevicePool({ ...application, storage, throttle: manyRequests }),
    shared: createDevicePool({
      ...application,
      storage,
      throttle: redisThrottle(connection, { perSecond: 1000, burst: 1e6, timeout })
    })
  }
  const batch = quick ? 20 : 200
  const inFlight = 100
  const call = (pool: typeof pools.local, number: number): Promise<number> =>
    pool
      .device({ device, forwardedFor: deviceAddress(number) })
      .fetch(apiPath)
      .then(readJson)
  const latency = (pool: typeof pools.local) => async (): Promise<number> => {
    const start = performance.now()
    for (let done = 0; done < batch; done++) await call(pool, 0)
    return ((performance.now() - start) * 1000) / batch
  }
  const rate = async (): Promise<number> => {
    const start = processorTime()
    for (let done = 0; done < batch; done += inFlight) {
      await Promise.all(Array.from({ length: inFlight }, (_, number) => call(pools.shared, number)))
    }
    return (Math.ceil(batch / inFlight) * inFlight * 1e6) / (processorTime() - start)
  }
  const measures = { local: latency(pools.local), again: latency(pools.again), shared: latency(pools.shared), rate }
  await measureInTurn(measures, 3)
  const series = await measureInTurn(measures, quick ? 3 : 25)
  await Promise.all(Object.values(pools).map((pool) => pool.dispose()))
  connection.close()
  return {
    "redis-latency": {
      cell: measured(
        medianOf(differencesOf(series.shared, series.local)),
        `Redis ${version} on the same machine: one round trip; a network adds its own`
      ),
      noise: noiseOf(differencesOf(series.local, series.again))
    },
    "redis-rate": {
      cell: measured(
        medianOf(series.rate),
        `store and throttle in Redis, ${inFlight} devices in flight over a network stub that responds at once`
      ),
      noise: spreadOf(series.rate)
    }
  }
}

const takesPerSecond = async ({ port }: RedisServer, quick: boolean): Promise<{ readonly [id: string]: Result }> => {
  const processes = quick ? 2 : 8
  const rates = await Promise.all(
    Array.from({ length: processes }, (_, number) =>
      measureInChild<number>(new URL("redis-child.ts", import.meta.url), port, number, quick ? 200 : 3000)
    )
  )
  const sum = rates.reduce((total, rate) => total + rate, 0)
  const note = `${processes} processes and Redis share the cores of this machine; the slowest process takes ${formatNumber(Math.min(...rates))}/s`
  return { "redis-takes": { cell: measured(sum, note) } }
}

const memoryOf = async ({ port }: RedisServer, quick: boolean): Promise<{ readonly [id: string]: Result }> => {
  const connection = await connectRedis(port)
  const used = async (): Promise<number> =>
    Number(/used_memory_dataset:(\d+)/.exec(String(await connection.send(["INFO", "memory"], "")))?.[1])
  const devices = quick ? 200 : 10_000
  const atOnce = 100
  const visitAll = async (pool: ReturnType<typeof createDevicePool>): Promise<void> => {
    for (let number = 0; number < devices; number += atOnce) {
      await Promise.all(
        Array.from({ length: atOnce }, (_, offset) => {
          const identifier = `device ${number + offset}`
          const visitor = { device: { identifier, info: device.info }, forwardedFor: deviceAddress(number + offset) }
          return pool.device(visitor).fetch(apiPath).then(readJson)
        })
      )
    }
  }
  await connection.send(["FLUSHALL"], "")
  const empty = await used()
  const storage = redisStore(connection, { timeout })
  const stored = createDevicePool({ ...application, storage, throttle: manyRequests })
  await visitAll(stored)
  const withDevices = await used()
  // The buckets of the documented limits; the devices are known already.
  const throttled = createDevicePool({
    ...application,
    storage,
    throttle: redisThrottle(connection, { perSecond: 0.001, timeout })
  })
  await visitAll(throttled)
  const withBuckets = await used()
  await Promise.all([stored.dispose(), throttled.dispose()])
  connection.close()
  return {
    "redis-device-bytes": {
      cell: measured((withDevices - empty) / devices, `measured with ${devices.toLocaleString("en-US")} devices`)
    },
    "redis-bucket-bytes": {
      cell: measured(
        (withBuckets - withDevices) / devices,
        "until the bucket is full again: at most 11 s after the last request"
      )
    }
  }
}
