// Names the repository that this runs in in the manifests of the published packages: npm takes provenance only for a
// package that names the repository it was built in, and which one that is, only the workflow knows.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { publishedPackages, repositoryRoot } from "../published-packages.ts"

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env
if (server === undefined || name === undefined) {
  throw new Error(
    "Failed to name the repository: GITHUB_SERVER_URL or GITHUB_REPOSITORY is missing. Run it in a workflow."
  )
}

for (const folder of publishedPackages) {
  const directory = `packages/${folder}`
  const file = join(repositoryRoot, directory, "package.json")
  const repository = { type: "git", url: `git+${server}/${name}.git`, directory }
  writeFileSync(file, `${JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), repository }, undefined, 2)}\n`)
}
