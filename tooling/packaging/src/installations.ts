import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { installedFolders } from "./installed-closure.ts"
import { startRegistry, type LocalRegistry } from "./local-registry.ts"
import { npmInstall } from "./npm.ts"
import { packAll, type PackedPackage } from "./packed-packages.ts"
import { publishedNames, repositoryRoot } from "./published-packages.ts"

/** What users type after `npm install`; each is a project of its own. */
export const installedNames = {
  /** All packages and their peers, the types of Node for TypeScript, and a client for Redis. */
  everything: [...publishedNames, "effect", "msw", "@types/node", "@redis/client"],
  /** `effect` comes as a peer, the client as a dependency; `msw` is optional. */
  withoutMsw: ["@tve-pass/auth", "@tve-pass/testing"],
  clientAlone: ["@tve-pass/client"]
} as const

export type InstallationName = keyof typeof installedNames

/** A project, and what npm has put into it. */
export interface Installation {
  readonly folder: string
  /** The folder of npm's cache. */
  readonly cache: string
  /** Every package below `node_modules`, by path, sorted. */
  readonly packages: ReadonlyArray<string>
}

export interface InstalledPackages {
  readonly packed: ReadonlyArray<PackedPackage>
  readonly installations: { readonly [Name in InstallationName]: Installation }
}

/** Packs our packages below `target` and has npm install them, from a registry that exists as long as that takes. */
export const installPackages = async (target: string): Promise<InstalledPackages> => {
  const packed = packAll(target)
  const registry = await startRegistry(join(target, "registry"))
  const cache = join(target, "npm-cache")
  const install = async (name: InstallationName): Promise<Installation> => {
    const folder = join(target, name)
    mkdirSync(folder)
    await npmInstall(folder, installedNames[name], { registry: registry.origin, cache })
    return { folder, cache, packages: installedIn(folder) }
  }
  try {
    await publishAll(registry, packed)
    // What the first has fetched, the others find in the cache.
    const everything = await install("everything")
    const [withoutMsw, clientAlone] = await Promise.all([install("withoutMsw"), install("clientAlone")])
    return { packed, installations: { everything, withoutMsw, clientAlone } }
  } finally {
    await registry.close()
  }
}

/** Publishes our packages, and the third-party packages that they need as this workspace has installed them. */
const publishAll = async (registry: LocalRegistry, packed: ReadonlyArray<PackedPackage>): Promise<void> => {
  const folders = new Map(installedFolders(join(repositoryRoot, "tooling/packaging"), ["@types/node", "@redis/client"]))
  for (const { folder, manifest } of packed) {
    const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
    const thirdParty = names.filter((name) => !packed.some((other) => other.manifest.name === name))
    for (const [identity, installed] of installedFolders(join(repositoryRoot, folder), thirdParty)) {
      folders.set(identity, installed)
    }
  }
  for (const folder of folders.values()) await registry.publishInstalled(folder)
  for (const { manifest, tarball } of packed) await registry.publish(manifest, readFileSync(tarball))
}

/** What npm's own record of an installation lists. */
const installedIn = (folder: string): ReadonlyArray<string> => {
  // Boundary: npm's lock file, version 3.
  const { packages } = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, unknown>>
  }
  return Object.keys(packages)
    .map((path) => path.replace(/^node_modules\//, ""))
    .sort()
}

/** Where an installation has one of its packages. */
export const installedFolder = ({ folder }: Installation, name: string): string => join(folder, "node_modules", name)
