import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createClient } from "@redis/client"
import type { RedisConnection } from "@tve-pass/redis"
import { freePort } from "../simulator/servers.ts"

/** A Redis server of this machine on a free port of the loopback interface. */
export interface RedisServer {
  readonly port: number
  readonly version: string
  readonly stop: () => Promise<void>
}

const installed = [process.env["REDIS_SERVER"], "/usr/bin/redis-server", "/usr/local/bin/redis-server"].find(
  (path) => path !== undefined && existsSync(path)
)

/** Starts a server, or resolves to `undefined` if none is installed. */
export const startRedis = async (): Promise<RedisServer | undefined> => {
  if (installed === undefined) return undefined
  const directory = await mkdtemp(join(tmpdir(), "bench-redis-"))
  const port = await freePort()
  const flags = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", directory, "--save", "", "--appendonly", "yes"]
  const server = spawn(installed, flags, { stdio: "ignore" })
  const ended = once(server, "exit")
  // The server ends with this process.
  const end = (): void => void server.kill("SIGKILL")
  process.once("exit", end)
  const { send, close } = await connectRedis(port)
  const version = /redis_version:(\S+)/.exec(String(await send(["INFO", "server"], "")))?.[1] ?? "unknown"
  close()
  return {
    port,
    version,
    stop: async () => {
      process.off("exit", end)
      end()
      await ended
      await rm(directory, { recursive: true, force: true })
    }
  }
}

/** Connects with node-redis. */
export const connectRedis = async (port: number): Promise<RedisConnection & { readonly close: () => void }> => {
  const client = createClient({ socket: { host: "127.0.0.1", port } })
  // Without a listener, an error ends the process.
  client.on("error", () => {})
  await client.connect()
  return { send: (command) => client.sendCommand([...command]), close: () => client.destroy() }
}
