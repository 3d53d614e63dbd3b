import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"

export interface Outcome {
  readonly exitCode: number
  /** Everything written, stdout first. */
  readonly output: string
}

/** Runs a Node script in `folder` and waits for it, for at most five minutes. */
export const runNode = (folder: string, script: string, ...args: ReadonlyArray<string>): Outcome =>
  run(folder, process.execPath, script, ...args)

/** Runs the script `build` of the repository's manifest in a copy of the repository, for at most five minutes. */
export const runBuild = (folder: string): void => {
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const path = [join(folder, "node_modules/.bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter)
  const options = { cwd: folder, encoding: "utf8", timeout: 300_000, env: { ...process.env, PATH: path } } as const
  const { status, stdout, stderr } = spawnSync(scripts.build, { ...options, shell: true })
  successful({ exitCode: status ?? 1, output: `${stdout}${stderr}` })
}

/** Runs the pnpm that runs us; scripts run by hand find it in the path. */
export const runPnpm = (folder: string, ...args: ReadonlyArray<string>): Outcome => {
  const pnpm = process.env["npm_execpath"]
  if (pnpm === undefined || !pnpm.includes("pnpm")) return run(folder, "pnpm", ...args)
  return /\.[cm]?js$/.test(pnpm) ? runNode(folder, pnpm, ...args) : run(folder, pnpm, ...args)
}

const run = (folder: string, command: string, ...args: ReadonlyArray<string>): Outcome => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 300_000
  })
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
