import { mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { publishedPackages, type Manifest, type PublishedPackage } from "./published-packages.ts"
import { runNode, runPnpm, successful } from "./run.ts"
import { toolScript } from "./tool.ts"
import { copyWorkspace } from "./workspace-copy.ts"

/** A package as it would be published. */
export interface PackedPackage {
  readonly folder: PublishedPackage
  readonly tarball: string
  /** Where the tarball is unpacked inside the consumer. */
  readonly installed: string
  readonly manifest: Manifest
}

/** Builds and packs all packages from a copy of the sources below `target`; yields the tarballs. */
export const packAll = (target: string): ReadonlyMap<PublishedPackage, string> => {
  const workspace = join(target, "workspace")
  mkdirSync(workspace)
  copyWorkspace(workspace)
  successful(runNode(workspace, toolScript("typescript", "bin/tsc"), "-b", "tsconfig.build.json"))
  return new Map(publishedPackages.map((name) => [name, pack(workspace, name, join(target, "tarballs", name))]))
}

const pack = (workspace: string, name: PublishedPackage, destination: string): string => {
  mkdirSync(destination, { recursive: true })
  successful(runPnpm(join(workspace, "packages", name), "pack", "--pack-destination", destination))
  const [tarball] = readdirSync(destination)
  if (tarball === undefined) throw new Error(`Failed to pack ${name}: pnpm wrote no tarball`)
  return join(destination, tarball)
}

export const readManifest = (folder: string): Manifest =>
  // Boundary: a manifest that pnpm has just written.
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest
