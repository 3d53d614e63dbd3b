import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
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
  globSync("{packages/*,specs}/package.json", { cwd: repositoryRoot })
    .map((file) => dirname(file).replaceAll("\\", "/"))
    .sort()
    .map((folder): readonly [string, Manifest] => [folder, readManifest(join(repositoryRoot, folder))])
    .filter(([, manifest]) => manifest.private !== true)
)

const inOrder = new Set<string>()
const add = (folder: string): void => {
  const { dependencies, peerDependencies } = manifests.get(folder) ?? {}
  const needed = { ...dependencies, ...peerDependencies }
  for (const [other, { name }] of manifests) if (name in needed) add(other)
  inOrder.add(folder)
}
for (const folder of manifests.keys()) add(folder)

/** Folders of the packages that are published, such as `packages/client`, each after those that it depends on. */
export const publishedPackages: ReadonlyArray<string> = [...inOrder]

/** Names of the packages that are published, in the same order. */
export const publishedNames: ReadonlyArray<string> = publishedPackages.flatMap(
  (folder) => manifests.get(folder)?.name ?? []
)

/**
 * Returns the modules that a packed package exports, such as `@tve-pass/client/dcr`: a bundled command and plain data have
 * none.
 */
export const subpathsOf = ({ name, exports }: Manifest): ReadonlyArray<string> =>
  Object.entries(exports)
    .filter(([, target]) => typeof target === "object")
    .map(([subpath]) => name + subpath.slice(1))
