import { spawn, type ChildProcess } from "node:child_process"

/** How a process ended. */
export interface ProcessRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How a process is run. */
export interface ProcessOptions {
  readonly variables?: Readonly<Record<string, string>>
  readonly directory?: string
  readonly stdin?: string
  /** Called with each piece of output. */
  readonly onOutput?: (output: { readonly stdout: string; readonly stderr: string }, child: ChildProcess) => void
}

/** Runs a program of Node with pipes, and without any variable of the caller that steers the command. */
export const runProcess = (
  file: string,
  args: ReadonlyArray<string>,
  { variables = {}, directory, stdin = "", onOutput }: ProcessOptions = {}
): Promise<ProcessRun> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: directory,
      env: {
        PATH: process.env["PATH"],
        NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
        HOME: "/nonexistent",
        TZ: "UTC",
        ...variables
      },
      stdio: "pipe"
    })
    const output = { stdout: "", stderr: "" }
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        output[name] += text
        onOutput?.(output, child)
      })
    }
    child.stdin.on("error", () => undefined).end(stdin)
    child.once("error", reject)
    child.once("close", (exitCode) => resolve({ exitCode, ...output }))
  })
