import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** A program of this folder, run by a Node process of its own. */
export interface Program {
  readonly process: ChildProcess
  /** The next line it prints; fails when it ends instead. */
  readonly nextLine: () => Promise<string>
  /** Sends a line to its input. */
  readonly send: (line: string) => void
  /** Resolves when it has ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** Starts `test/processes/NAME.ts`. What it prints on stderr shows up in the test's output. */
export const start = (name: string, ...parameters: ReadonlyArray<string>): Program => {
  const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, [path, ...parameters], { stdio: ["pipe", "pipe", "inherit"] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    nextLine: async () => {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`${name} ended without another line`)
      return value
    },
    send: (line) => child.stdin.write(`${line}\n`),
    ended: once(child, "exit").then(([code, signal]) => code ?? signal)
  }
}
