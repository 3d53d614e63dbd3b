import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { packAll, type PackedPackage } from "@tve-pass/packaging/packed-packages"

const repository = fileURLToPath(new URL("../../../", import.meta.url))

/** Our packages as an application has them after `npm install`: built, packed and unpacked. */
export interface ReleasedPackages {
  /** A project that can import them. */
  readonly folder: string
  readonly remove: () => void
}

/** Needs the pnpm of the path, or that which runs this process. */
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
  // `effect` is a dependency of none and a peer of one; what two share is linked once.
  rmSync(place, { force: true })
  symlinkSync(source, place, "junction")
}
