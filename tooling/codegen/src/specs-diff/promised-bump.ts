import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { bumpBetween, highest, isBump, type Bump } from "./bump.ts"
import { clientManifest, versionIn, type BaseRelease } from "./base-release.ts"

/** The package that carries the specs to users. The others follow its version; its changelog has to tell the change. */
const carrier = "@tve-pass/client"

/**
 * What the next release promises: the changesets queued for `@tve-pass/client`, or the version already raised since
 * the base (a release commit has consumed its changesets).
 */
export const promisedBump = (root: string, base: BaseRelease): Bump => {
  const version = versionIn(readFileSync(join(root, clientManifest), "utf8"))
  return highest([bumpBetween(base.version, version), ...queuedBumps(root)])
}

const queuedBumps = (root: string): ReadonlyArray<Bump> => {
  const folder = join(root, ".changeset")
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => bumpIn(readFileSync(join(folder, name), "utf8"), name))
}

const bumpIn = (changeset: string, name: string): Bump => {
  const [, frontMatter] = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(changeset) ?? []
  if (frontMatter === undefined) throw new Error(`Failed to read .changeset/${name}: it has no front matter`)
  const releases: unknown = parse(frontMatter)
  if (typeof releases !== "object" || releases === null) return "none"
  const bump: unknown = Object.entries(releases).find(([packageName]) => packageName === carrier)?.[1] ?? "none"
  if (!isBump(bump)) throw new Error(`Failed to read .changeset/${name}: "${String(bump)}" is no bump`)
  return bump
}
