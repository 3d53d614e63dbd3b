import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createClient } from "@redis/client"
import { onTestFinished } from "vitest"
import type { RedisConnection } from "../../src/index.ts"

const installed = [process.env["REDIS_SERVER"], "/usr/bin/redis-server", "/usr/local/bin/redis-server"].find(
  (path) => path !== undefined && existsSync(path)
)

/** Whether tests with a server are left out: only on a developer's machine without one, and not in silence. */
export const isWithoutRedis = installed === undefined && process.env["CI"] === undefined

if (isWithoutRedis) {
  console.warn(
    "NOTICE: the tests with Redis are skipped, because no redis-server is installed. Set REDIS_SERVER to one."
  )
}

/** A Redis server of this machine, bound to loopback, in a temporary directory. */
export interface RedisServer {
  readonly port: number
  /** Of the process that runs now. */
  readonly pid: () => number
  /** Sends a command by a client of its own. */
  readonly command: (...command: ReadonlyArray<string>) => Promise<unknown>
  /** Ends the process without saving, as a crash does. */
  readonly kill: () => Promise<void>
  /** Starts it again, on the same port and directory. */
  readonly restart: () => Promise<void>
}

/** Starts a server with these settings; it ends with the test. */
export const startRedis = async (...settings: ReadonlyArray<string>): Promise<RedisServer> => {
  const { stop, ...redis } = await openRedis(...settings)
  onTestFinished(stop)
  return redis
}

/** Starts a server with these settings, for several tests: call `stop` after them. */
export const openRedis = async (
  ...settings: ReadonlyArray<string>
): Promise<RedisServer & { readonly stop: () => Promise<void> }> => {
  const directory = await mkdtemp(join(tmpdir(), "tve-pass-redis-"))
  const port = await freePort()
  const start = () => {
    const server = spawn(
      installed ?? "redis-server",
      [
        "--port",
        `${port}`,
        "--bind",
        "127.0.0.1",
        "--dir",
        directory,
        "--save",
        "",
        "--loglevel",
        "warning",
        ...settings
      ],
      { stdio: "ignore" }
    )
    return { server, ended: once(server, "exit") }
  }
  let running = start()
  const admin = createClient({ socket: { host: "127.0.0.1", port } })
  // Without a listener an error ends the process.
  admin.on("error", () => {})
  const kill = async () => {
    running.server.kill("SIGKILL")
    await running.ended
  }
  await admin.connect()
  return {
    port,
    pid: () => running.server.pid ?? Number.NaN,
    command: (...command) => admin.sendCommand([...command]),
    kill,
    restart: async () => {
      running = start()
      await admin.ping()
    },
    stop: async () => {
      admin.destroy()
      await kill()
      await rm(directory, { recursive: true, force: true })
    }
  }
}

/** A connection to a server by node-redis, which ends with the test. */
export const connect = async ({ port }: { readonly port: number }): Promise<RedisConnection> => {
  const client = createClient({ socket: { host: "127.0.0.1", port } })
  client.on("error", () => {})
  await client.connect()
  onTestFinished(() => client.destroy())
  return { send: (command) => client.sendCommand([...command]) }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}
