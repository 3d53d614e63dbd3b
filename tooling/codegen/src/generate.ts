import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { findDrift } from "./drift.ts"
import { generatedFiles } from "./generated-files.ts"
import { repositoryRoot } from "./repository.ts"

/** Brings the generated folders in line with the specs; touches only what is not. */
const files = await generatedFiles(repositoryRoot)
const drift = findDrift(repositoryRoot, files)
for (const { path, kind } of drift) {
  const file = join(repositoryRoot, path)
  if (kind === "left over") rmSync(file)
  else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, files.get(path) ?? "")
  }
  console.log(`${kind === "left over" ? "removed" : "wrote"} ${path}`)
}
console.log(`${files.size} generated files, ${drift.length} changed`)
