import { globSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url))

/** The fields of a package manifest that matter to a consumer. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly exports: { readonly [subpath: string]: string | { readonly types?: string; readonly default?: string } }
  readonly bin?: { readonly [name: string]: string }
  readonly dependencies?: { readonly [name: string]: string }
  readonly optionalDependencies?: { readonly [name: string]: string }
  readonly peerDependencies?: { readonly [name: string]: string }
  readonly peerDependenciesMeta?: { readonly [name: string]: { readonly optional?: boolean } }
  readonly engines?: { readonly [name: string]: string }
}

/** Reads the manifest of a package in the workspace, installed or unpacked. */
export const readManifest = (folder: string): Manifest =>
  // Boundary: a manifest that a package manager has written or accepted.
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest

const manifests = new Map(
  globSync("packages/*/package.json", { cwd: repositoryRoot })
    .map((file): readonly [string, Manifest] => [
      basename(dirname(file)),
      readManifest(join(repositoryRoot, dirname(file)))
    ])
    .filter(([, manifest]) => manifest.private !== true)
    .sort(([one], [other]) => one.localeCompare(other))
)

/** Folders in `packages/` of the other published packages that a package needs. */
const neededFolders = ({ dependencies, peerDependencies }: Manifest): ReadonlyArray<string> =>
  [...manifests].filter(([, { name }]) => name in { ...dependencies, ...peerDependencies }).map(([folder]) => folder)

const inOrder = new Set<string>()
const add = (folder: string, manifest: Manifest): void => {
  for (const needed of neededFolders(manifest)) add(needed, manifests.get(needed) ?? manifest)
  inOrder.add(folder)
}
for (const [folder, manifest] of manifests) add(folder, manifest)

/** Folders in `packages/` of the packages that are published, each after those that it depends on. */
export const publishedPackages: ReadonlyArray<string> = [...inOrder]

/** Returns `@tve-pass/client/dcr` for subpath `./dcr`. Leaves out `./package.json`, which is no module. */
export const subpathsOf = ({ name, exports }: Manifest): ReadonlyArray<string> =>
  Object.keys(exports)
    .filter((subpath) => subpath !== "./package.json")
    .map((subpath) => name + subpath.slice(1))
