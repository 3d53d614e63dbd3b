import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import type { Outcome } from "./run.ts"

/**
 * Variables that a machine does not have that never saw this repository: settings of pnpm, npm, vitest and Node, proxies.
 * The cache of compiled modules stays: it changes no behavior.
 */
const foreignVariable =
  /^(npm|pnpm|node|vitest|vite|turbo)_(?!compile_cache$)|^(vitest|test|dev|prod|mode|base_url|ssr)$|_proxy$/i

export const strangersEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreignVariable.test(name)))

/** Runs a command as on such a machine, for at most five minutes, and leaves this process free to serve it meanwhile. */
export const runAsStranger = async (
  folder: string,
  command: string,
  ...args: ReadonlyArray<string>
): Promise<Outcome> => {
  const child = spawn(command, args, {
    cwd: folder,
    env: strangersEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 300_000
  })
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")])
  return { exitCode: typeof exitCode === "number" ? exitCode : 1, output: `${stdout}${stderr}` }
}
