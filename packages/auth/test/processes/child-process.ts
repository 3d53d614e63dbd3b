import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** A program that a Node process of its own runs. */
export interface Program {
  readonly process: ChildProcess
  /** The next line it prints; fails when it ends instead. */
  readonly nextLine: () => Promise<string>
  /** Sends a line to its input. */
  readonly send: (line: string) => void
  /** Resolves when it has ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** Runs a file, given relative to this one, in Node. What it prints on stderr shows up in the test's output. */
export const start = (file: string, ...parameters: ReadonlyArray<string>): Program => startWith({}, file, ...parameters)

/** Like {@link start}, and kills the program right before its Nth file operation. */
export const startDoomed = (operation: number, file: string, ...parameters: ReadonlyArray<string>): Program => {
  const preloaded = new URL("kill-at-file-operation.ts", import.meta.url).href
  return startWith({ NODE_OPTIONS: `--import ${preloaded}`, KILL_AT: `${operation}` }, file, ...parameters)
}

const startWith = (
  environment: Readonly<Record<string, string>>,
  file: string,
  ...parameters: ReadonlyArray<string>
): Program => {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...parameters], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...environment }
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    nextLine: async () => {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`${file} ended without another line`)
      return value
    },
    send: (line) => child.stdin.write(`${line}\n`),
    ended: once(child, "exit").then(([code, signal]) => code ?? signal)
  }
}
