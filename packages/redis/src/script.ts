import { isUnknownScript, type Send } from "./connection.ts"

/** A script and its SHA-1, by which the server finds it after its first run. */
export interface Script {
  readonly lua: string
  /** A constant, because some platforms lack SHA-1. `script.test.ts` checks it. */
  readonly sha1: string
}

/** Runs a script over keys of one slot, and resolves to the integer that it returns. */
export type RunScript = (
  script: Script,
  operation: Parameters<Send>[0],
  location: string,
  keys: readonly [string, ...ReadonlyArray<string>],
  args: ReadonlyArray<string>
) => Promise<number>

/**
 * Runs scripts by their SHA-1, and sends the whole script to a server that does not have it. Does not use `SCRIPT
 * LOAD`, which proxies and access control lists forbid, and which reaches only one node of a cluster.
 */
export const runScripts =
  (send: Send): RunScript =>
  async ({ lua, sha1 }, operation, location, keys, args) => {
    const rest = [`${keys.length}`, ...keys, ...args]
    const evaluate = (command: "EVALSHA" | "EVAL", script: string) =>
      send(operation, location, [command, script, ...rest], keys[0])
    try {
      return Number(await evaluate("EVALSHA", sha1))
    } catch (thrown) {
      if (!isUnknownScript(thrown)) throw thrown
      return Number(await evaluate("EVAL", lua))
    }
  }
