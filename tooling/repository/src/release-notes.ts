// Writes the folder of release notes: for each tarball in `packages` beside it, what the changelog of the package says
// of this version (`NAME.tgz.md`), and `tarballs`, one line a package in the order of publishing: `NAME@VERSION FILE`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { publishedPackages, readManifest, repositoryRoot } from "../../packaging/src/published-packages.ts"

const [target] = process.argv.slice(2)
if (target === undefined) throw new Error("Failed to write release notes: the folder is missing.")

mkdirSync(target, { recursive: true })
const lines = publishedPackages.map((path) => {
  const folder = join(repositoryRoot, path)
  const manifest = readManifest(folder)
  const tarball = `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`
  const [, section] = readFileSync(join(folder, "CHANGELOG.md"), "utf8").split(/^## .+$/m)
  if (section === undefined) throw new Error(`Failed to write release notes: the changelog of ${path} has no version.`)
  writeFileSync(join(target, `${tarball}.md`), `${section.trim()}\n`)
  return `${manifest.name}@${manifest.version} ${tarball}\n`
})
writeFileSync(join(target, "tarballs"), lines.join(""))
