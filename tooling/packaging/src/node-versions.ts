import { spawnSync } from "node:child_process"
import { existsSync, realpathSync } from "node:fs"
import { delimiter, join } from "node:path"

export interface NodeVersion {
  readonly path: string
  /** `20.20.2`. */
  readonly version: string
}

const file = process.platform === "win32" ? "node.exe" : "node"

/** The oldest Node in the path that the packages support and that is of another major version than ours, if any. */
export const olderNode = (oldestMajor: number): NodeVersion | undefined =>
  [...new Set((process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, file)))]
    .filter((path) => existsSync(path) && realpathSync(path) !== realpathSync(process.execPath))
    .map((path) => ({ path, ...spawnSync(path, ["--version"], { encoding: "utf8" }) }))
    .filter(({ status }) => status === 0)
    .map(({ path, stdout }) => ({ path, version: stdout.trim().slice(1) }))
    .filter(({ version }) => major(version) >= oldestMajor && major(version) < major(process.versions.node))
    .sort((one, other) => major(one.version) - major(other.version))[0]

const major = (version: string): number => Number.parseInt(version, 10)
