import { spawnSync } from "node:child_process"

export interface Outcome {
  readonly exitCode: number
  /** Everything written, stdout first. */
  readonly output: string
}

/** Runs a Node script in `folder` and waits for it, at most a minute. */
export const runNode = (folder: string, script: string, ...args: ReadonlyArray<string>): Outcome =>
  run(folder, process.execPath, script, ...args)

/** Runs the pnpm that runs us; scripts run by hand find it in the path. */
export const runPnpm = (folder: string, ...args: ReadonlyArray<string>): Outcome => {
  const pnpm = process.env["npm_execpath"]
  if (pnpm === undefined || !pnpm.includes("pnpm")) return run(folder, "pnpm", ...args)
  return /\.[cm]?js$/.test(pnpm) ? runNode(folder, pnpm, ...args) : run(folder, pnpm, ...args)
}

const run = (folder: string, command: string, ...args: ReadonlyArray<string>): Outcome => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: "utf8", timeout: 60_000 })
  if (error !== undefined) throw new Error(`Failed to run ${command}: ${error.message}`, { cause: error })
  return { exitCode: status ?? 1, output: `${stdout}${stderr}` }
}

/** The output of something that has to succeed. */
export const successful = ({ exitCode, output }: Outcome): string => {
  if (exitCode !== 0) throw new Error(`Exit code ${exitCode}:\n${output}`)
  return output
}

export const runTar = (folder: string, ...args: ReadonlyArray<string>): string =>
  successful(run(folder, "tar", ...args))
