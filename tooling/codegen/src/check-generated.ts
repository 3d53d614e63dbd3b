import { findDrift } from "./drift.ts"
import { generatedFiles } from "./generated-files.ts"
import { repositoryRoot } from "./repository.ts"

const drift = findDrift(repositoryRoot, await generatedFiles(repositoryRoot))
for (const { path, kind } of drift) console.error(`${path}: ${kind}`)
if (drift.length > 0) {
  console.error(`Generated files are not what the specs say. Run "pnpm generate" and commit the result.`)
  process.exitCode = 1
} else console.log("Generated files are what the specs say.")
