import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { findDrift, type Drift } from "./drift.ts"
import { generatedFiles } from "./generated-files.ts"

/** Brings the generated folders below `root` in line with the specs. Touches only what differs, and yields that. */
export const writeGenerated = async (root: string): Promise<ReadonlyArray<Drift>> => {
  const files = await generatedFiles(root)
  const drift = findDrift(root, files)
  for (const { path, kind } of drift) {
    const file = join(root, path)
    if (kind === "left over") rmSync(file)
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, files.get(path) ?? "")
    }
  }
  return drift
}

/** What `pnpm generate` prints. */
export const describeWritten = (drift: ReadonlyArray<Drift>): string =>
  drift.length === 0
    ? "Generated files are what the specs say."
    : drift.map(({ path, kind }) => `${kind === "left over" ? "removed" : "wrote"} ${path}`).join("\n")
