import { isUnknownScript, type Send } from "./connection.ts"

/** A script and its SHA-1, by which the server knows it once it has run. */
export interface Script {
  readonly lua: string
  /** Written down, because not every platform has SHA-1; `script.test.ts` compares. */
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
 * Sends scripts by their SHA-1, and as a whole to a server that does not know them. Never by `SCRIPT LOAD`, which proxies
 * and access control lists forbid and which reaches one node of a cluster only.
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
