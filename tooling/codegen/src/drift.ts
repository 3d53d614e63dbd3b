import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { generatedFolders } from "./generated-files.ts"

export interface Drift {
  readonly path: string
  readonly kind: "differs" | "missing" | "left over"
}

/** Compares the generated folders below `root` with the `expected` files (path -> text). Writes nothing. */
export const findDrift = (root: string, expected: ReadonlyMap<string, string>): ReadonlyArray<Drift> => {
  const present = new Set(generatedFolders.flatMap((folder) => filesBelow(root, folder)))
  const drift: Array<Drift> = []
  for (const [path, text] of expected) {
    if (!present.has(path)) drift.push({ path, kind: "missing" })
    else if (readFileSync(join(root, path), "utf8") !== text) drift.push({ path, kind: "differs" })
  }
  for (const path of present) if (!expected.has(path)) drift.push({ path, kind: "left over" })
  return drift
}

const filesBelow = (root: string, folder: string): ReadonlyArray<string> => {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(root, path) : [path]
  })
}
