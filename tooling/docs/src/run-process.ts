import { spawn } from "node:child_process"
import { delimiter, dirname, join } from "node:path"
import { room } from "./repository.ts"

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program in a folder, which is its user's home as well. Nothing of the caller's settings is passed on. */
export const runProcess = (
  folder: string,
  program: string,
  words: ReadonlyArray<string>,
  timeout = 30_000
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const path = [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter)
    const env = {
      PATH: path,
      HOME: folder,
      XDG_STATE_HOME: join(folder, ".state"),
      no_proxy: "*",
      NO_COLOR: "1",
      // Most of the time goes into loading the same modules again.
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? join(room, "node_modules/.cache/compiled")
    }
    // An example that does not end by itself is wrong.
    const child = spawn(program, words, { cwd: folder, env, timeout, stdio: ["ignore", "pipe", "pipe"] })
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text))
    child.on("error", reject)
    child.on("close", (status) => resolve({ status, stdout, stderr }))
  })

export const runNode = (folder: string, ...words: ReadonlyArray<string>): Promise<Outcome> =>
  runProcess(folder, process.execPath, words)
