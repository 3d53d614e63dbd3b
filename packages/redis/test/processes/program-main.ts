/** What {@link startProgram} runs: a server with a pool of devices on Redis. */
import { flushCompileCache } from "node:module"
import { AuthError, toRecordStore } from "@tve-pass/auth"
import { createDevicePool } from "@tve-pass/auth/promise"
import { createClient } from "@redis/client"
import { exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import { redisStore, redisThrottle } from "../../src/index.ts"
import type { Command, Settings } from "./program.ts"

// The parent process is typed; the environment and the channel are not.
const { port, lease } = JSON.parse(process.env["SETTINGS"] ?? "{}") as Settings

/** Milliseconds for a command: eight processes start at once, on a machine that may have two cores. */
const patience = 30_000

const client = createClient({ socket: { host: "127.0.0.1", port } })
client.on("error", () => {})
await client.connect()
const connection = { send: (command: ReadonlyArray<string>) => client.sendCommand([...command]) }
const storage = redisStore(connection, { lease, timeout: patience })
const store = toRecordStore(storage)

/** What the holder of the lock is to write. */
const order = Deferred.makeUnsafe<{ readonly key: string; readonly text: string }>()
let written: Promise<unknown> = Promise.resolve()

const codeOf = (error: unknown): string =>
  error instanceof AuthError ? `${error.code} ${JSON.stringify(error.reason)}` : String(error)

const takeLock = (key: string): Promise<unknown> =>
  new Promise((resolve) => {
    const work = Effect.gen(function* () {
      resolve("held")
      const { key: record, text } = yield* Deferred.await(order)
      yield* store.set(record, text)
      return "written"
    })
    const locked = store.lock?.withLock(key)(work) ?? Effect.die("it has no lock")
    written = Effect.runPromise(locked).catch(codeOf)
    void written.then(resolve)
  })

const poolFor = (origin: string) =>
  createDevicePool({
    origin,
    softwareStatement: exampleSoftwareStatement,
    storage,
    throttle: redisThrottle(connection, { prefix: `${new URL(origin).port}:`, timeout: patience })
  })

const call = async (pool: ReturnType<typeof poolFor>, number: number): Promise<number> => {
  const device = pool.device({
    device: {
      identifier: `device ${number}`,
      info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
    },
    forwardedFor: `203.45.${Math.floor(number / 250)}.${(number % 250) + 1}`
  })
  const { status } = await device.fetch("/api/v2/REF30/configuration")
  return status
}

const successes = async (calls: ReadonlyArray<Promise<number>>): Promise<number> =>
  (await Promise.all(calls)).filter((status) => status === 200).length

const perform = async (command: Command): Promise<unknown> => {
  switch (command.name) {
    case "lock":
      return takeLock(command.key)
    case "write":
      Deferred.doneUnsafe(order, Effect.succeed({ key: command.key, text: command.text }))
      return written
    case "devices": {
      const pool = poolFor(command.origin)
      return successes(Array.from({ length: command.count }, (_, number) => call(pool, number)))
    }
    case "calls": {
      const pools = command.origins.map(poolFor)
      return successes(pools.flatMap((pool) => Array.from({ length: command.count }, () => call(pool, 1))))
    }
  }
}

process.on("message", async (command: Command) => process.send?.(await perform(command).catch(codeOf)))
// Its end is a SIGKILL, after which Node would not write what it has compiled.
flushCompileCache()
process.send?.("ready")
