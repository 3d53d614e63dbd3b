import { AuthError } from "@tve-pass/auth/promise"
import { defaultTimeout, sendWithin, type RedisConnection } from "./connection.ts"

/** A problem of a server that endangers client credentials. */
export interface RedisProblem {
  /**
   * `eviction`: the server may drop client credentials when its memory is full; `redisStore` refuses it.
   * `token-eviction`: it may drop tokens and locks. `not-durable`: it loses its data at a restart. `evicted`: it has
   * already dropped keys. `replica`: it accepts no writes.
   */
  readonly code: "eviction" | "token-eviction" | "not-durable" | "evicted" | "replica"
  /** The problem and the remedy. */
  readonly message: string
}

/** The properties of a Redis or Valkey server that matter to client credentials. */
export interface RedisReport {
  /** The version of Redis, or the one that Valkey reports for compatibility. */
  readonly version: string | undefined
  /** The version of Valkey, if the server is Valkey. */
  readonly valkeyVersion: string | undefined
  /** `maxmemory-policy`, for example `noeviction`. */
  readonly evictionPolicy: string | undefined
  /** Bytes; 0 for no limit. */
  readonly memoryLimit: number | undefined
  readonly isAppendOnly: boolean | undefined
  /** Whether it saves snapshots (RDB). */
  readonly hasSnapshots: boolean | undefined
  readonly role: string | undefined
  readonly replicas: number | undefined
  readonly evictedKeys: number | undefined
  readonly isCluster: boolean | undefined
  /** The problems that endanger client credentials. */
  readonly problems: ReadonlyArray<RedisProblem>
}

/**
 * Inspects a server for start-up checks and health reports. Uses `INFO`, which works where `CONFIG` is forbidden.
 * Fields that the server does not report are `undefined`.
 *
 * Rejects with `StoreUnavailable`.
 *
 * @example
 * ```ts
 * const { problems } = await inspectRedis({ send: (command) => client.sendCommand([...command]) })
 * for (const { message } of problems) console.warn(message)
 * ```
 */
export const inspectRedis = (connection: RedisConnection): Promise<RedisReport> => inspect(connection, defaultTimeout)

/** Does the same as {@link inspectRedis}, with a timeout in milliseconds. */
export const inspect = async (connection: RedisConnection, timeout: number): Promise<RedisReport> => {
  const reply = await sendWithin(connection, timeout)("open", "Redis", ["INFO"], undefined)
  return readReport(String(reply))
}

/** Reads the reply of `INFO`. */
export const readReport = (info: string): RedisReport => {
  const field = (name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(info)?.[1]?.trim()
  const number = (name: string) => {
    const value = field(name)
    return value === undefined ? undefined : Number(value)
  }
  const report = {
    version: field("redis_version"),
    valkeyVersion: field("valkey_version"),
    evictionPolicy: field("maxmemory_policy"),
    memoryLimit: number("maxmemory"),
    isAppendOnly: field("aof_enabled") === undefined ? undefined : field("aof_enabled") === "1",
    hasSnapshots: snapshots(number("rdb_last_save_time"), number("rdb_saves"), field("rdb_last_bgsave_status")),
    role: field("role"),
    replicas: number("connected_slaves"),
    evictedKeys: number("evicted_keys"),
    isCluster: field("cluster_enabled") === undefined ? undefined : field("cluster_enabled") === "1"
  }
  return { ...report, problems: problemsOf(report) }
}

/**
 * Returns whether the server saves snapshots. `INFO` does not contain the configuration, so a server that has not saved
 * since its start counts as one that does not.
 */
const snapshots = (
  lastSave: number | undefined,
  saves: number | undefined,
  status: string | undefined
): boolean | undefined => {
  if (lastSave === undefined || saves === undefined) return undefined
  return saves > 0 && status === "ok"
}

const problemsOf = (report: Omit<RedisReport, "problems">): ReadonlyArray<RedisProblem> => {
  const { evictionPolicy = "noeviction", memoryLimit, isAppendOnly, hasSnapshots, evictedKeys, role } = report
  const problems: Array<RedisProblem> = []
  const note = (code: RedisProblem["code"], message: string) => problems.push({ code, message })
  if (evictionPolicy.startsWith("allkeys") && memoryLimit !== 0) {
    note("eviction", `maxmemory-policy ${evictionPolicy} may drop client credentials. Set it to noeviction.`)
  }
  if (evictionPolicy.startsWith("volatile") && memoryLimit !== 0) {
    note("token-eviction", `maxmemory-policy ${evictionPolicy} may drop tokens and locks. Set it to noeviction.`)
  }
  if (isAppendOnly === false && hasSnapshots !== true) {
    note("not-durable", "Neither AOF nor a snapshot keeps client credentials over a restart. Set appendonly to yes.")
  }
  if (evictedKeys !== undefined && evictedKeys > 0) {
    note("evicted", `${evictedKeys} keys were dropped because memory was full. Give Redis more memory.`)
  }
  if (role === "slave") note("replica", "This is a replica, which takes no writes. Connect to the primary.")
  return problems
}

/** Returns the error with which a store refuses a server, or `undefined`. */
export const refusalOf = ({ problems, evictionPolicy }: RedisReport): AuthError | undefined =>
  problems.some(({ code }) => code === "eviction")
    ? new AuthError({
        reason: {
          _tag: "InvalidConfiguration",
          field: "maxmemory-policy",
          problem: `Redis may drop client credentials (${evictionPolicy}), which signs viewers out`,
          remedy: "Set maxmemory-policy to noeviction, use another server, or pass allowEviction: true"
        }
      })
    : undefined
