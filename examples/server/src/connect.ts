import { createClient } from "@redis/client"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directoryStore } from "@tve-pass/auth/file"
import {
  createDevicePool,
  type DevicePoolClient,
  type DevicePoolOptions,
  type FetchFunction,
  type StoreSource
} from "@tve-pass/auth/promise"
import { createSteps, type Steps } from "@tve-pass/entitlement/steps"
import { inspectRedis, redisStore, redisThrottle } from "@tve-pass/redis"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import type { Log } from "./log.ts"
import type { Settings } from "./settings.ts"

/** The connection of the server to Adobe Pass, for all devices. */
export interface Connection {
  readonly pool: DevicePoolClient
  readonly steps: Steps
  /** Where Adobe Pass is: the built-in simulator prints its login page here. */
  readonly origin: string | undefined
  readonly close: () => Promise<void>
}

/** Connects to the server of the settings, or to a simulator on a loopback port. */
export const connect = async (settings: Settings, log: Log, fetch?: FetchFunction): Promise<Connection> => {
  const { adobePass, serviceProvider, domainName, redirectUrl } = settings
  const simulator =
    adobePass === undefined ? await startSimulatorServer({ simulator: createSimulatorCore() }) : undefined
  const shared =
    settings.redisUrl === undefined ? await openDirectory(settings) : await openRedis(settings.redisUrl, log)
  const { storage } = shared
  const target = simulator === undefined ? adobePass?.target : { origin: simulator.origin }
  const softwareStatement = adobePass?.softwareStatement ?? exampleSoftwareStatement
  // Boundary: a spread of alternatives loses which of them it is.
  const pool = createDevicePool({ ...target, ...shared.options, softwareStatement, fetch } as DevicePoolOptions)
  pool.on("throttle-degraded", ({ error }) => log({ level: "warn", message: error.message, code: error.code }))
  return {
    pool,
    steps: createSteps({ serviceProvider, domainName, redirectUrl, storage }),
    origin: simulator?.origin,
    close: async () => {
      await pool.dispose()
      await simulator?.close()
      await shared.close()
    }
  }
}

/** What all servers share: records with their lock, and with Redis the throttle as well. */
interface Shared {
  readonly storage: StoreSource
  readonly options: Pick<DevicePoolOptions, "storage" | "throttle">
  readonly close: () => Promise<void>
}

/** For the processes of one machine. */
const openDirectory = async ({ storeDirectory }: Settings): Promise<Shared> => {
  const directory = storeDirectory ?? (await mkdtemp(join(tmpdir(), "tve-pass-server-")))
  const storage = directoryStore(directory)
  const close = async () => {
    if (storeDirectory === undefined) await rm(directory, { recursive: true, force: true })
  }
  return { storage, options: { storage }, close }
}

/** For servers on many machines. Logs when Redis is lost and found again, and what endangers the records in it. */
const openRedis = async (url: string, log: Log): Promise<Shared> => {
  const client = createClient({ url })
  let isLost = false
  // Without a listener the first lost connection would end the process; the store reports each failure to its caller.
  client.on("error", () => {
    if (!isLost) log({ level: "error", message: "Redis is unavailable" })
    isLost = true
  })
  client.on("ready", () => {
    if (isLost) log({ level: "info", message: "Redis is available again" })
    isLost = false
  })
  await client.connect()
  const connection = { send: (command: ReadonlyArray<string>) => client.sendCommand([...command]) }
  for (const { code, message } of (await inspectRedis(connection)).problems) log({ level: "warn", code, message })
  const storage = redisStore(connection)
  return { storage, options: { storage, throttle: redisThrottle(connection) }, close: async () => client.destroy() }
}
