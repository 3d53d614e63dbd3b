import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { packAll, readManifest, type PackedPackage } from "./packed-packages.ts"
import { repositoryRoot, type PublishedPackage } from "./published-packages.ts"
import { runTar } from "./run.ts"

/** A project that has installed the packed packages, and with them only what they declare. */
export interface Consumer {
  readonly folder: string
  readonly packages: ReadonlyArray<PackedPackage>
}

/** Packs all packages and installs them below `target`, without a registry. */
export const createConsumer = (target: string): Consumer => {
  const folder = join(target, "consumer")
  mkdirSync(folder)
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }))
  const packages = [...packAll(target)].map(([name, tarball]) => unpack(folder, name, tarball))
  for (const { folder: name, manifest } of packages) {
    for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      linkDependency(folder, name, dependency)
    }
  }
  link(folder, "@types/node", join(repositoryRoot, "tooling/packaging/node_modules/@types/node"))
  return { folder, packages }
}

const unpack = (consumer: string, folder: PublishedPackage, tarball: string): PackedPackage => {
  const installed = join(consumer, "node_modules/@tve-pass", folder)
  mkdirSync(installed, { recursive: true })
  runTar(installed, "-xzf", tarball, "--strip-components=1")
  return { folder, tarball, installed, manifest: readManifest(installed) }
}

/** An undeclared dependency is not linked, so an import of it fails as it would for a user. */
const linkDependency = (consumer: string, name: PublishedPackage, dependency: string): void =>
  link(consumer, dependency, join(repositoryRoot, "packages", name, "node_modules", dependency))

const link = (consumer: string, dependency: string, source: string): void => {
  const target = join(consumer, "node_modules", dependency)
  if (existsSync(target)) return
  mkdirSync(join(target, ".."), { recursive: true })
  symlinkSync(realpathSync(source), target, "junction")
}
