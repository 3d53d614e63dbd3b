import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { packAll, type PackedPackage } from "@tve-pass/packaging/packed-packages"

const repository = fileURLToPath(new URL("../../../", import.meta.url))

/** Our packages as `npm install` unpacks them: built and packed. */
export interface ReleasedPackages {
  /** A project that can import them. */
  readonly folder: string
  readonly remove: () => void
}

/** Builds and packs our packages with the pnpm that runs this process, or the one of the path. */
export const releasePackages = (): ReleasedPackages => {
  const target = realpathSync(mkdtempSync(join(tmpdir(), "bench-packages-")))
  const remove = (): void => rmSync(target, { recursive: true })
  try {
    const folder = join(target, "application")
    mkdirSync(folder)
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "application", private: true, type: "module" }))
    const packed = packAll(target)
    const own = packed.map(({ manifest }) => manifest.name)
    for (const tarball of packed) {
      unpack(folder, tarball)
      for (const dependency of dependenciesOf(tarball)) if (!own.includes(dependency)) link(folder, tarball, dependency)
    }
    return { folder, remove }
  } catch (error) {
    remove()
    throw error
  }
}

const unpack = (application: string, { manifest, tarball }: PackedPackage): void => {
  const installed = join(application, "node_modules", manifest.name)
  mkdirSync(installed, { recursive: true })
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1"], { cwd: installed })
}

const dependenciesOf = ({ manifest }: PackedPackage): ReadonlyArray<string> =>
  Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })

/** Third-party packages are those of the repository, in the versions of its lock file. */
const link = (application: string, { folder }: PackedPackage, dependency: string): void => {
  const place = join(application, "node_modules", dependency)
  mkdirSync(dirname(place), { recursive: true })
  const source = realpathSync(join(repository, folder, "node_modules", dependency))
  // Two packages may share a dependency.
  rmSync(place, { force: true })
  symlinkSync(source, place, "junction")
}
