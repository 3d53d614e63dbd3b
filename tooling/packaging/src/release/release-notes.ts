// Writes into the folder it is given what this release says of each package (`client.md`), and `tags`: one line a
// package, its folder and the tag of its release.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { publishedPackages, repositoryRoot } from "../published-packages.ts"

const [target] = process.argv.slice(2)
if (target === undefined) throw new Error("Failed to write release notes: name the folder that they go to.")

/** What a changelog says of its newest version, without the heading. */
const newestNotes = (changelog: string): string => {
  const [, section] = changelog.split(/^## .+$/m)
  if (section === undefined) throw new Error("Failed to read a changelog: it tells of no version.")
  return `${section.trim()}\n`
}

mkdirSync(target, { recursive: true })
const tags = publishedPackages.map((folder) => {
  const room = join(repositoryRoot, "packages", folder)
  const { name, version } = JSON.parse(readFileSync(join(room, "package.json"), "utf8"))
  writeFileSync(join(target, `${folder}.md`), newestNotes(readFileSync(join(room, "CHANGELOG.md"), "utf8")))
  return `${folder} ${name}@${version}\n`
})
writeFileSync(join(target, "tags"), tags.join(""))
