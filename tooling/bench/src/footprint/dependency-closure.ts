import { existsSync, readFileSync, realpathSync } from "node:fs"
import { join } from "node:path"

export interface InstalledPackage {
  readonly name: string
  readonly version: string
  /** Its real folder, links resolved. */
  readonly folder: string
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Dependencies
  readonly optionalDependencies?: Dependencies
  readonly peerDependencies?: Dependencies
  readonly peerDependenciesMeta?: { readonly [name: string]: { readonly optional?: boolean } }
}

interface Dependencies {
  readonly [name: string]: string
}

/**
 * What an installation of the packages in `folders` holds: they and all that they require, each version once, by name.
 * Optional dependencies count where they are installed, which depends on the platform; optional peers do not.
 */
export const dependencyClosure = (folders: ReadonlyArray<string>): ReadonlyArray<InstalledPackage> => {
  const found = new Map<string, InstalledPackage>()
  const visited = new Set<string>()
  const visit = (link: string): void => {
    const folder = realpathSync(link)
    // By folder: the same version can be there more than once, each with other peers.
    if (visited.has(folder)) return
    visited.add(folder)
    const manifest = readManifest(folder)
    const { name, version } = manifest
    if (!found.has(`${name}@${version}`)) found.set(`${name}@${version}`, { name, version, folder })
    for (const dependency of dependenciesOf(manifest)) {
      const installed = installedAt(folder, name, dependency.name)
      if (installed !== undefined) visit(installed)
      else if (dependency.required)
        throw new Error(`${name}@${version} needs ${dependency.name}, which is not installed`)
    }
  }
  for (const folder of folders) visit(folder)
  return [...found.values()].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

const keyOf = ({ name, version }: InstalledPackage): string => `${name}@${version}`

const readManifest = (folder: string): Manifest =>
  // Boundary: a manifest that a package manager has accepted.
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest

const dependenciesOf = (manifest: Manifest): ReadonlyArray<{ readonly name: string; readonly required: boolean }> => {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest
  const optional = Object.keys(optionalDependencies)
  return [
    // npm repeats optional dependencies among the others.
    ...Object.keys(dependencies)
      .filter((name) => !optional.includes(name))
      .map((name) => ({ name, required: true })),
    ...optional.map((name) => ({ name, required: false })),
    ...Object.keys(peerDependencies)
      .filter((name) => peerDependenciesMeta[name]?.optional !== true)
      .map((name) => ({ name, required: true }))
  ]
}

/** pnpm links a dependency inside the package, if it is of the workspace, or else beside it. */
const installedAt = (folder: string, name: string, dependency: string): string | undefined => {
  const beside = join(folder, ...name.split("/").map(() => ".."))
  return [join(folder, "node_modules", dependency), join(beside, dependency)].find((path) => existsSync(path))
}
