import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** A subpath that a package exports. */
export interface EntryPoint {
  /** What an application imports, for example `@tve-pass/auth/promise`. */
  readonly name: string
  /** Its source file. */
  readonly file: string
}

const packages = new URL("../../../../packages/", import.meta.url)

/** The published packages, in the order in which they depend on each other. */
export const packageFolders = ["client", "auth", "management", "testing"] as const

/** Everything that an application can import, as the packages' `exports` say. */
export const entryPoints = (): ReadonlyArray<EntryPoint> =>
  packageFolders.flatMap((folder) => {
    const manifest = new URL(`${folder}/package.json`, packages)
    // Boundary: our own manifests, whose exports are file names in the workspace.
    const { name, exports } = JSON.parse(readFileSync(manifest, "utf8")) as {
      readonly name: string
      readonly exports: Readonly<Record<string, string>>
    }
    return Object.entries(exports)
      .filter(([, file]) => file.endsWith(".ts"))
      .map(([subpath, file]) => ({ name: name + subpath.slice(1), file: fileURLToPath(new URL(file, manifest)) }))
  })
