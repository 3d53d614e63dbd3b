import { AuthError, describeUnderlyingError, type UnderlyingError } from "@tve-pass/auth/promise"
import { remedyOf } from "./remedies.ts"

/**
 * A connection to Redis or Valkey: a function that sends one command. README.md shows it for the usual clients.
 *
 * @example
 * const connection: RedisConnection = { send: (command) => client.sendCommand([...command]) }
 */
export interface RedisConnection {
  /**
   * Sends one command, such as `["GET", "key"]`, and resolves to its reply.
   *
   * @param key the key that selects the node of a cluster; `undefined` if any node can run the command
   */
  readonly send: (command: RedisCommand, key: string | undefined) => PromiseLike<unknown>
}

/** The name of a command and its arguments. */
export type RedisCommand = readonly [name: string, ...args: ReadonlyArray<string>]

/** The default timeout of a command, in milliseconds. */
export const defaultTimeout = 1_000

/** Sends a command for a key; a failure names `location`. */
export type Send = (
  operation: "open" | "read" | "write" | "remove",
  location: string,
  command: RedisCommand,
  key?: string
) => Promise<unknown>

/**
 * Adds a timeout to a connection, because clients queue commands while the server is unavailable, and would never
 * respond. Rejects with `StoreUnavailable`, with the code of the error reply and its remedy.
 */
export const sendWithin =
  (connection: RedisConnection, timeout: number): Send =>
  async (operation, location, command, key) => {
    const failure = (cause: UnderlyingError) =>
      new AuthError({
        reason: { _tag: "StoreUnavailable", operation, location, remedy: remedyOf(cause.code), cause }
      })
    let timer: ReturnType<typeof setTimeout> | undefined
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        // In a busy process the reply may have arrived already; it is read before the next timer.
        timer = setTimeout(() => reject(failure({ name: "TimeoutError", code: undefined })))
      }, timeout)
    })
    try {
      return await Promise.race([limit, connection.send(command, key)])
    } catch (thrown) {
      // An unknown script is no failure.
      if (isUnknownScript(thrown) || thrown instanceof AuthError) throw thrown
      throw failure(describeUnderlyingError(thrown))
    } finally {
      clearTimeout(timer)
    }
  }

/**
 * Returns whether an error reply means that the server does not have a script: after a restart, a flush, or on another
 * node.
 */
export const isUnknownScript = (thrown: unknown): boolean =>
  thrown instanceof Error && (/NOSCRIPT|NoScriptError/.test(thrown.message) || isUnknownScript(thrown.cause))
