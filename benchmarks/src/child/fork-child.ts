import { fork, type ChildProcess } from "node:child_process"
import { fileURLToPath } from "node:url"

const exitWithParent = new URL("exit-with-parent.ts", import.meta.url).href

export interface ChildScript {
  /** File or URL of the script. */
  readonly script: string | URL
  readonly args?: ReadonlyArray<string>
  /** Flags of Node; the child does not inherit those of this process. */
  readonly nodeFlags?: ReadonlyArray<string>
  readonly directory?: string
}

export interface Child {
  readonly process: ChildProcess
  /** What the child has written to stderr. */
  readonly errorOutput: () => string
  /** Resolves when the child has ended. */
  readonly exited: Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a Node process that ends with this one. Its stdout is dropped. */
export const forkChild = ({ script, args = [], nodeFlags = [], directory }: ChildScript): Child => {
  const child = fork(script instanceof URL ? fileURLToPath(script) : script, args, {
    execArgv: ["--import", exitWithParent, ...nodeFlags],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    ...(directory === undefined ? {} : { cwd: directory })
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
