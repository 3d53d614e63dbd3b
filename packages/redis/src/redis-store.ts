import { AuthError, leaseLock, type CustomStore } from "@tve-pass/auth/promise"
import { defaultTimeout, sendWithin, type RedisConnection } from "./connection.ts"
import { inspect, refusalOf, type RedisProblem } from "./inspect-redis.ts"
import { defaultPrefix, lockKey, recordKey, validPrefix } from "./keys.ts"
import { runScripts } from "./script.ts"
import { fencedSet, releaseLease, renewLease } from "./scripts.ts"

/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
  /** The prefix of all keys, without braces. Default `tve-pass:`. */
  readonly prefix?: string | undefined
  /** Milliseconds that a command may take before it fails with `StoreUnavailable`. Default 1000. */
  readonly timeout?: number | undefined
  /** Milliseconds after which a killed owner loses its lock. Default 15,000. */
  readonly lease?: number | undefined
  /** Milliseconds that a caller waits for a lock before it fails with `LockTimeout`. Default 60,000. */
  readonly lockTimeout?: number | undefined
  /**
   * The number of replicas that must confirm new client credentials (`WAIT`), so that a failover does not sign the
   * viewer out. Costs one round trip for each registration. Default 0: replication is asynchronous. In a cluster, the
   * connection must send the command to the node of the `key`.
   */
  readonly replicas?: number | undefined
  /** Accepts a server that may evict client credentials (`maxmemory-policy allkeys-*`). Default `false`. */
  readonly allowEviction?: boolean | undefined
  /** Receives the warnings of {@link inspectRedis}, once, before the first write. */
  readonly onWarning?: ((warning: RedisProblem) => void) | undefined
}

/**
 * Keeps client credentials, access tokens and the lock in Redis or Valkey, for the `storage` option of servers on many
 * machines.
 *
 * Credentials never expire; the record of a token expires with the token. Each write checks the lock atomically, so
 * that a process that was paused past its lease overwrites nothing. Before the first write, the store inspects the
 * server, and refuses one that may evict credentials with `InvalidConfiguration`.
 *
 * Fails with `StoreUnavailable`, whose remedy follows the error reply, and with `LockTimeout`.
 *
 * @throws AuthError with reason `InvalidConfiguration` for a prefix with braces
 * @example
 * ```ts
 * const client = await createClient({ url: "redis://127.0.0.1:6379" }).on("error", console.error).connect()
 * const storage = redisStore({ send: (command) => client.sendCommand([...command]) })
 * const pool = createDevicePool({ environment: "release-production", softwareStatement, storage })
 * ```
 */
export const redisStore = (connection: RedisConnection, options: RedisStoreOptions = {}): CustomStore => {
  const { timeout = defaultTimeout, replicas = 0, lease, lockTimeout } = options
  const prefix = validPrefix(options.prefix ?? defaultPrefix)
  const send = sendWithin(connection, timeout)
  const run = runScripts(send)
  const inspected = inspectOnce(connection, timeout, options)

  const write = async (key: string, text: string, kept: string, owner: string | undefined): Promise<void> => {
    const record = recordKey(prefix, key)
    if (owner === undefined) {
      await send("write", key, kept === "" ? ["SET", record, text] : ["SET", record, text, "PX", kept], record)
      return
    }
    const isWritten = await run(fencedSet, "write", key, [lockKey(prefix, key), record], [owner, text, kept])
    if (isWritten !== 1) {
      throw new AuthError({ reason: { _tag: "LockTimeout", lock: key, state: "lost", waited: 0 } })
    }
  }

  const confirm = async (key: string): Promise<void> => {
    const confirmed = Number(
      await send("write", key, ["WAIT", `${replicas}`, `${Math.ceil(timeout / 2)}`], recordKey(prefix, key))
    )
    if (confirmed >= replicas) return
    throw new AuthError({
      reason: {
        _tag: "StoreUnavailable",
        operation: "write",
        location: key,
        remedy: `Check the replicas of Redis: ${confirmed} of ${replicas} have confirmed the client credentials`,
        cause: { name: "Error", code: "NOREPLICAS" }
      }
    })
  }

  return {
    get: async (key) => asString(await send("read", key, ["GET", recordKey(prefix, key)], recordKey(prefix, key))),
    set: async (key, text, { usefulUntil, lockOwner } = {}) => {
      await inspected()
      // At least one millisecond, the minimum of Redis.
      const kept = usefulUntil === undefined ? "" : `${Math.max(1, Math.ceil(usefulUntil - Date.now()))}`
      await write(key, text, kept, lockOwner)
      if (replicas > 0 && key.endsWith(".credentials")) await confirm(key)
    },
    remove: async (key) => {
      await send("remove", key, ["DEL", recordKey(prefix, key)], recordKey(prefix, key))
    },
    lock: leaseLock(
      {
        acquire: async (key, owner, milliseconds) => {
          const lock = lockKey(prefix, key)
          return asString(await send("open", key, ["SET", lock, owner, "NX", "PX", `${milliseconds}`], lock)) === "OK"
        },
        renew: async (key, owner, milliseconds) =>
          (await run(renewLease, "open", key, [lockKey(prefix, key)], [owner, `${milliseconds}`])) === 1,
        release: (key, owner) => run(releaseLease, "open", key, [lockKey(prefix, key)], [owner])
      },
      { isFenced: true, lease, timeout: lockTimeout }
    )
  }
}

/**
 * Inspects the server before the first write. Inspects a refused server again, because its operator may have corrected
 * it.
 */
const inspectOnce = (
  connection: RedisConnection,
  timeout: number,
  { allowEviction = false, onWarning }: RedisStoreOptions
): (() => Promise<void>) => {
  let isInspected = false
  return async () => {
    if (isInspected) return
    const report = await inspect(connection, timeout)
    const refusal = allowEviction ? undefined : refusalOf(report)
    if (refusal !== undefined) throw refusal
    isInspected = true
    if (onWarning !== undefined) for (const problem of report.problems) onWarning(problem)
  }
}

/** Some clients return bytes. */
const asString = (reply: unknown): string | undefined => {
  if (reply === null || reply === undefined) return undefined
  return reply instanceof Uint8Array ? new TextDecoder().decode(reply) : String(reply)
}
