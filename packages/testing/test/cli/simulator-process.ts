import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { onTestFinished } from "vitest"

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))

/** Starts `tve-pass-simulator` in a process of its own, which may read files and write none. */
export const spawnSimulator = (...args: ReadonlyArray<string>): ChildProcessWithoutNullStreams => {
  const child = spawn(process.execPath, ["--permission", "--allow-fs-read=*", main, ...args])
  onTestFinished(() => void child.kill("SIGKILL"))
  return child
}

/** What a process prints and the code it ends with. */
export const outcomeOf = async (child: ChildProcessWithoutNullStreams) => {
  const [output, errors, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")])
  return { output, errors, exitCode: exitCode as number | null }
}

/** The one line of JSON that a simulator started with `--json` prints once it listens. */
export const announcementOf = async (child: ChildProcessWithoutNullStreams): Promise<{ readonly origin: string }> => {
  const [line] = await once(child.stdout, "data")
  return JSON.parse(String(line))
}
