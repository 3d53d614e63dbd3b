import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import type { InstalledPackage } from "./dependency-closure.ts"

/** Bytes of all files of the packages. */
export const installedSize = (packages: ReadonlyArray<InstalledPackage>): number =>
  packages.reduce((bytes, { folder }) => bytes + sizeOf(folder), 0)

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((bytes, entry) => {
    const path = join(folder, entry.name)
    if (entry.isFile()) return bytes + statSync(path).size
    // What lies in there are links to commands, and to packages that count for themselves.
    return entry.isDirectory() && entry.name !== "node_modules" ? bytes + sizeOf(path) : bytes
  }, 0)
