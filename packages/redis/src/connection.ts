import { AuthError, describeUnderlyingError, type UnderlyingError } from "@tve-pass/auth/promise"
import { remedyOf } from "./remedies.ts"

/**
 * What is asked of a Redis or Valkey client: to send one command. README.md has a line for each of the usual clients.
 *
 * @example
 * const connection: RedisConnection = { send: (command) => client.sendCommand([...command]) }
 */
export interface RedisConnection {
  /**
   * Sends one command, such as `["GET", "key"]`, and resolves to its reply.
   *
   * @param key the key that decides which node of a cluster the command is for; `undefined` where any node will do
   */
  readonly send: (command: RedisCommand, key: string | undefined) => PromiseLike<unknown>
}

/** The name of a command and its arguments. */
export type RedisCommand = readonly [name: string, ...args: ReadonlyArray<string>]

/** Milliseconds that a command may take, unless the options say otherwise. */
export const defaultTimeout = 1_000

/** Sends a command for a key; a failure names `location`. */
export type Send = (
  operation: "open" | "read" | "write" | "remove",
  location: string,
  command: RedisCommand,
  key?: string
) => Promise<unknown>

/**
 * A connection with a time limit: clients keep commands while the server is away, and would never respond. Rejects with
 * `StoreUnavailable`, which has the code of an error reply and says what to do about it.
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
        // In a busy process the reply may be here already: it is read before the next timer.
        timer = setTimeout(() => reject(failure({ name: "TimeoutError", code: undefined })))
      }, timeout)
    })
    try {
      return await Promise.race([limit, connection.send(command, key)])
    } catch (thrown) {
      // A script that the server does not know is no failure.
      if (isUnknownScript(thrown) || thrown instanceof AuthError) throw thrown
      throw failure(describeUnderlyingError(thrown))
    } finally {
      clearTimeout(timer)
    }
  }

/** Whether an error reply says that the server does not have a script: after a restart, a flush, or on another node. */
export const isUnknownScript = (thrown: unknown): boolean =>
  thrown instanceof Error && (/NOSCRIPT|NoScriptError/.test(thrown.message) || isUnknownScript(thrown.cause))
