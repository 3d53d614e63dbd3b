import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** The version in the manifest of an installed package, which need not export it. */
export const installedVersion = (name: string): string => {
  const path = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url))
  if (!existsSync(path)) throw new Error(`${name} is not installed; run pnpm install`)
  const { version } = JSON.parse(readFileSync(path, "utf8"))
  if (typeof version !== "string") throw new Error(`The manifest of ${name} has no version`)
  return version
}
