import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, realpathSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const folder = fileURLToPath(new URL("../runtimes", import.meta.url))

/**
 * Installs what `runtimes/package.json` lists, unless it is there already. A project of its own: these are 490 MB, which
 * a fresh clone does not need for its first command.
 *
 * @returns why there are none, or `undefined`
 */
export const installRuntimes = (): string | undefined => {
  const args = ["install", "--ignore-workspace", "--ignore-scripts", "--frozen-lockfile", "--prefer-offline"]
  const pnpm = process.env["npm_execpath"]
  const [command, first] = pnpm?.match(/pnpm\.[cm]?js$/) ? [process.execPath, [pnpm]] : [pnpm ?? "pnpm", []]
  const options = { cwd: folder, encoding: "utf8", timeout: 240_000 } as const
  const { status, stdout, stderr, error } = spawnSync(command, [...first, ...args], options)
  return status === 0 ? undefined : `${error?.message ?? ""}${stdout}${stderr}`.trim().slice(-500)
}

/** Path of the main module of an installed package, or of another of its files. */
export const runtimeModule = (packageName: string, file?: string): string =>
  file === undefined
    ? createRequire(join(folder, "package.json")).resolve(packageName)
    : join(folder, "node_modules", packageName, file)

/**
 * Path of the binary that an installed package has for this platform. Those of Bun and Deno are in packages of a scope of
 * theirs (`@oven/bun-linux-x64`), which npm's registry holds and which stand beside the package.
 */
export const runtimeBinary = (packageName: string, scope: string, file: string): string | undefined => {
  const link = join(folder, "node_modules", packageName)
  if (!existsSync(link)) return undefined
  const platforms = join(dirname(realpathSync(link)), scope)
  const candidates = existsSync(platforms) ? readdirSync(platforms) : []
  return candidates.map((platform) => join(platforms, platform, file)).find((path) => existsSync(path))
}
