import { existsSync, realpathSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { successful, type Outcome } from "./run.ts"
import { runAsStranger } from "./stranger.ts"

export interface NpmOptions {
  /** Origin of the only registry that is asked. */
  readonly registry: string
  /** Folder of npm's cache, which installations may share. */
  readonly cache: string
}

/** `npm install <names>` in the project at `folder`, with the npm of this machine and none of its settings. */
export const npmInstall = async (
  folder: string,
  names: ReadonlyArray<string>,
  { registry, cache }: NpmOptions
): Promise<void> => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }))
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", `--registry=${registry}`]
  successful(await runNpm(folder, cache, "install", ...options, ...names))
}

/** What a command prints that an installed package brings: `npm exec <name>`, which finds it by its link. */
export const npmExec = async (
  { folder, cache }: { readonly folder: string; readonly cache: string },
  name: string,
  ...args: ReadonlyArray<string>
): Promise<string> => successful(await runNpm(folder, cache, "exec", "--offline", "--no", "--", name, ...args))

const runNpm = (folder: string, cache: string, command: string, ...args: ReadonlyArray<string>): Promise<Outcome> =>
  runAsStranger(
    folder,
    process.execPath,
    npmScript(),
    command,
    `--cache=${cache}`,
    `--userconfig=${join(cache, "no-user-settings")}`,
    `--globalconfig=${join(cache, "no-global-settings")}`,
    "--no-update-notifier",
    ...args
  )

/** npm's own script, found from the `npm` of the path, so that it runs on our Node and needs no shell on Windows. */
export const npmScript = (): string => {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "")
  const candidates = folders.flatMap((folder) => [
    ...(existsSync(join(folder, "npm")) ? [realpathSync(join(folder, "npm"))] : []),
    join(folder, "node_modules/npm/bin/npm-cli.js"),
    join(dirname(folder), "lib/node_modules/npm/bin/npm-cli.js")
  ])
  const script = candidates.find((path) => path.endsWith("npm-cli.js") && existsSync(path))
  if (script === undefined) throw new Error("Failed to find npm, which comes with Node: is it in the path?")
  return script
}
