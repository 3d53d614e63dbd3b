import { existsSync, readdirSync, realpathSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { readManifest, type Manifest } from "./published-packages.ts"

/** What an installation brings along. */
export interface InstalledClosure {
  /** `name@version`, sorted. */
  readonly packages: ReadonlyArray<string>
  /** Of all their files, as unpacked. */
  readonly bytes: number
}

/**
 * What an installation of `names` brings, read from the packages that the project at `folder` already has: dependencies,
 * peers that are not optional, and optional dependencies as far as this platform has them.
 */
export const installedClosure = (folder: string, names: ReadonlyArray<string>): InstalledClosure => {
  const found = installedFolders(folder, names)
  return {
    packages: [...found.keys()].sort(),
    bytes: [...found.values()].reduce((total, installed) => total + bytesIn(installed), 0)
  }
}

/** The folders of these packages and of all that they need, by `name@version`. */
export const installedFolders = (folder: string, names: ReadonlyArray<string>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const visit = (name: string, from: string): void => {
    const installed = find(name, from)
    if (installed === undefined) throw new Error(`Failed to find ${name}, which ${from} needs: is it installed?`)
    const manifest = readManifest(installed)
    const identity = `${manifest.name}@${manifest.version}`
    if (found.has(identity)) return
    found.set(identity, installed)
    for (const next of neededBy(manifest)) visit(next, installed)
    for (const next of Object.keys(manifest.optionalDependencies ?? {})) {
      if (find(next, installed) !== undefined) visit(next, installed)
    }
  }
  for (const name of names) visit(name, folder)
  return found
}

/** Dependencies repeat the names of the optional ones. */
const neededBy = (manifest: Manifest): ReadonlyArray<string> => {
  const { dependencies, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta } = manifest
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta?.[name]?.optional !== true)
  return [...Object.keys(dependencies ?? {}).filter((name) => !(name in optionalDependencies)), ...peers]
}

/** As Node looks for a package, upwards from the real folder of whoever imports it. */
const find = (name: string, from: string): string | undefined => {
  const candidate = join(from, "node_modules", name)
  if (existsSync(join(candidate, "package.json"))) return realpathSync(candidate)
  const above = dirname(from)
  return above === from ? undefined : find(name, above)
}

/** A package may have others below it, which count for themselves. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? bytesIn(path) : statSync(path).size
    })
    .reduce((total, bytes) => total + bytes, 0)
