import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { readManifest } from "../manifest.ts"
import type { Manifest } from "../published-packages.ts"

/** One version of a third-party package that this workspace has installed. */
export interface StoredPackage {
  readonly manifest: Manifest
  readonly folder: string
}

/**
 * Every package in pnpm's virtual store below `root`, whoever needs it, by name. pnpm keeps a copy for each set of peers;
 * one of each version is enough.
 */
export const findStoredPackages = (root: string): ReadonlyMap<string, ReadonlyArray<StoredPackage>> => {
  const found = new Map<string, Map<string, StoredPackage>>()
  const store = join(root, "node_modules/.pnpm")
  for (const entry of readdirSync(store)) {
    for (const { name, folder } of packagesOf(join(store, entry, "node_modules"))) {
      const manifest = readManifest(folder)
      const versions = found.get(name) ?? new Map<string, StoredPackage>()
      found.set(name, versions.set(manifest.version, { manifest, folder }))
    }
  }
  return new Map([...found].map(([name, versions]) => [name, [...versions.values()]]))
}

/** What an entry of the store holds itself: its dependencies are links beside it. */
const packagesOf = (modules: string): ReadonlyArray<{ readonly name: string; readonly folder: string }> => {
  if (!existsSync(modules)) return []
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .flatMap(({ name }) =>
      name.startsWith("@")
        ? readdirSync(join(modules, name), { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map((entry) => `${name}/${entry.name}`)
        : [name]
    )
    .map((name) => ({ name, folder: join(modules, name) }))
    .filter(({ folder }) => existsSync(join(folder, "package.json")))
}
