import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { stringify } from "yaml"
import { repositoryRoot } from "./repository.ts"
import { bundleSpecs } from "./spec/bundled-spec.ts"

// Writes what the package @tve-pass/specs holds: each spec as one document without references to other files, in YAML and in
// JSON, under the version of the package. Takes the folder to write to; default: specs/dist. Prints the files.
const folder = join(repositoryRoot, "specs")
const out = process.argv[2] ?? join(folder, "dist")
// Boundary: package manifests have a version.
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
for (const { api, document } of await bundleSpecs(repositoryRoot)) {
  const versioned = { ...document, info: { ...document.info, version } }
  for (const [extension, text] of [
    ["json", `${JSON.stringify(versioned, null, 2)}\n`],
    ["yaml", stringify(versioned, { aliasDuplicateObjects: false })]
  ] as const) {
    const file = `${basename(api)}.${extension}`
    writeFileSync(join(out, file), text)
    console.log(join(relative(repositoryRoot, out), file))
  }
}
cpSync(join(folder, "management/proxy-mvpd/proxied-mvpds.xsd"), join(out, "proxied-mvpds.xsd"))
