import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Manifest } from "./published-packages.ts"

/** The manifest of an installed or packed package. */
export const readManifest = (folder: string): Manifest =>
  // Boundary: a manifest that a package manager has written or accepted.
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest
