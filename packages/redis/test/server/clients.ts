import { createServer } from "node:http"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { createClient, createCluster } from "@redis/client"
import { GlideClient, Logger } from "@valkey/valkey-glide"
import * as NodeRedis from "@effect/platform-node/NodeRedis"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redis from "effect/persistence/Redis"
import { Cluster, Redis as IoRedis } from "ioredis"
import { Redis as IoValkey } from "iovalkey"
import { onTestFinished } from "vitest"
import type { RedisConnection } from "../../src/index.ts"

const host = "127.0.0.1"

/** The lines of README.md: a connection by each of the usual clients. They end with the test. */
export const clients: Readonly<Record<string, (port: number) => Promise<RedisConnection>>> = {
  "node-redis": async (port) => {
    const client = createClient({ socket: { host, port } })
    client.on("error", () => {})
    await client.connect()
    onTestFinished(() => client.destroy())
    return { send: (command) => client.sendCommand([...command]) }
  },
  ioredis: async (port) => {
    const client = new IoRedis({ host, port })
    client.on("error", () => {})
    onTestFinished(() => client.disconnect())
    return { send: ([name, ...args]) => client.call(name, ...args) }
  },
  iovalkey: async (port) => {
    const client = new IoValkey({ host, port })
    client.on("error", () => {})
    onTestFinished(() => client.disconnect())
    return { send: ([name, ...args]) => client.call(name, ...args) }
  },
  "valkey-glide": async (port) => {
    // It would log each script that the server does not know yet.
    Logger.init("off")
    const client = await GlideClient.createClient({ addresses: [{ host, port }] })
    onTestFinished(() => client.close())
    return { send: (command) => client.customCommand([...command]) }
  },
  "Effect's Redis": async (port) => {
    const runtime = ManagedRuntime.make(NodeRedis.layer({ socket: { host, port } }))
    onTestFinished(() => runtime.dispose())
    const redis = Context.get(await runtime.runPromise(Effect.context<Redis.Redis>()), Redis.Redis)
    return { send: ([name, ...args]) => runtime.runPromise(redis.send(name, ...args)) }
  },
  "HTTP, as Upstash has it": async (port) => {
    const url = await startHttp(port)
    return {
      send: async (command) => {
        const response = await fetch(url, { method: "POST", body: JSON.stringify(command) })
        const { result, error } = await response.json()
        if (error !== undefined) throw new Error(error)
        return result
      }
    }
  }
}

/** Connections to a cluster. */
export const clusterClients: Readonly<Record<string, (port: number) => Promise<RedisConnection>>> = {
  "node-redis cluster": async (port) => {
    const cluster = createCluster({ rootNodes: [{ url: `redis://${host}:${port}` }] })
    cluster.on("error", () => {})
    await cluster.connect()
    onTestFinished(() => cluster.destroy())
    return { send: (command, key) => cluster.sendCommand(key, false, [...command]) }
  },
  "ioredis Cluster": async (port) => {
    const cluster = new Cluster([{ host, port }])
    cluster.on("error", () => {})
    onTestFinished(() => cluster.disconnect())
    return { send: ([name, ...args]) => cluster.call(name, ...args) }
  }
}

/** A server on loopback that takes commands as JSON, and sends them to Redis. */
const startHttp = async (port: number): Promise<string> => {
  const client = createClient({ socket: { host, port } })
  client.on("error", () => {})
  await client.connect()
  const server = createServer((request, response) => {
    const chunks: Array<Buffer> = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      void client.sendCommand(JSON.parse(Buffer.concat(chunks).toString("utf8"))).then(
        (result) => response.end(JSON.stringify({ result })),
        (error: Error) => response.writeHead(400).end(JSON.stringify({ error: error.message }))
      )
    })
  }).listen(0, host)
  await once(server, "listening")
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    client.destroy()
  })
  // A server that listens on a port has an address with one.
  return `http://${host}:${(server.address() as AddressInfo).port}`
}
