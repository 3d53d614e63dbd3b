import { fork, type ChildProcess } from "node:child_process"
import { fileURLToPath } from "node:url"

const exitWithParent = new URL("exit-with-parent.ts", import.meta.url).href

export interface ChildScript {
  /** File or URL of what Node is to run. */
  readonly script: string | URL
  readonly args?: ReadonlyArray<string>
  /** Flags of Node; those of this process are not handed on. */
  readonly nodeFlags?: ReadonlyArray<string>
}

export interface Child {
  readonly process: ChildProcess
  /** What it has written to stderr so far. */
  readonly errorOutput: () => string
  /** Resolves when it has gone, whether by itself or because of `stop`. */
  readonly exited: Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a Node process that ends at the latest when this one does. Its stdout is dropped. */
export const forkChild = ({ script, args = [], nodeFlags = [] }: ChildScript): Child => {
  const child = fork(script instanceof URL ? fileURLToPath(script) : script, args, {
    execArgv: ["--import", exitWithParent, ...nodeFlags],
    stdio: ["ignore", "ignore", "pipe", "ipc"]
  })
  let written = ""
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (written += text))
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
    child.once("error", () => resolve())
  })
  return {
    process: child,
    errorOutput: () => written,
    exited,
    stop: () => {
      child.kill("SIGKILL")
      return exited
    }
  }
}
