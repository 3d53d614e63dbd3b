import { mkdirSync, readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { publishedPackages, repositoryRoot, type Manifest } from "./published-packages.ts"
import { runBuild, runPnpm, runTar, successful } from "./run.ts"
import { copyWorkspace } from "./workspace-copy.ts"

/** A package as it would be published. */
export interface PackedPackage {
  readonly folder: string
  readonly tarball: string
  readonly manifest: Manifest
}

/**
 * Builds and packs all packages from a copy of the sources below `target`. A package that lies in the folder
 * `PACKED_PACKAGES` is taken from there: a release tests the very tarballs that it publishes.
 */
export const packAll = (target: string): ReadonlyArray<PackedPackage> => {
  const workspace = join(target, "workspace")
  mkdirSync(workspace)
  copyWorkspace(workspace)
  runBuild(workspace)
  const released = process.env["PACKED_PACKAGES"]
  return publishedPackages.map(
    (folder) =>
      (released === undefined ? undefined : findPacked(join(repositoryRoot, released), folder)) ??
      pack(workspace, folder, join(target, "tarballs", basename(folder)))
  )
}

const pack = (workspace: string, folder: string, destination: string): PackedPackage => {
  mkdirSync(destination, { recursive: true })
  successful(runPnpm(join(workspace, folder), "pack", "--pack-destination", destination))
  const packed = findPacked(destination, folder)
  if (packed === undefined) throw new Error(`Failed to pack ${folder}: pnpm wrote no tarball`)
  return packed
}

const findPacked = (destination: string, folder: string): PackedPackage | undefined => {
  const file = readdirSync(destination).find((name) => name.startsWith(`tve-pass-${basename(folder)}-`))
  if (file === undefined) return undefined
  const tarball = join(destination, file)
  // Boundary: a manifest that pnpm has written.
  const manifest = JSON.parse(runTar(destination, "-xzOf", tarball, "package/package.json")) as Manifest
  return { folder, tarball, manifest }
}
