import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { git } from "../git.ts"

/** The release that the working tree is compared with. */
export interface BaseRelease {
  /** As given, or the tag that was found. */
  readonly name: string
  readonly commit: string
  /** Version of `@tve-pass/client` there. */
  readonly version: string
}

export const clientManifest = "packages/client/package.json"

/** The given git ref, or the newest release tag that HEAD descends from; `undefined` when there is no release yet. */
export const findBaseRelease = (root: string, ref?: string): BaseRelease | undefined => {
  const name = ref ?? newestReleaseTag(root)
  if (name === undefined) return undefined
  const commit = commitOf(root, name)
  return { name, commit, version: versionIn(git(root, "show", `${commit}:${clientManifest}`)) }
}

/** Tags are written by `changeset publish`. A pre-release is no promise to compare with. */
const newestReleaseTag = (root: string): string | undefined => {
  if (!hasHistory(root)) return undefined
  return git(root, "tag", "--list", "@tve-pass/client@*", "--merged", "HEAD", "--sort=-version:refname")
    .split("\n")
    .find((tag) => /@\d+\.\d+\.\d+$/.test(tag))
}

/** Sources without their repository, such as a downloaded archive, have no releases either. */
const hasHistory = (root: string): boolean => {
  try {
    return git(root, "rev-parse", "--verify", "HEAD") !== ""
  } catch {
    return false
  }
}

const commitOf = (root: string, ref: string): string => {
  try {
    return git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`).trim()
  } catch (cause) {
    throw new Error(`Failed to find "${ref}": it is no tag, branch or commit here. Is the history fetched?`, { cause })
  }
}

export const versionIn = (manifest: string): string => {
  // Boundary: package manifests have a version.
  const { version } = JSON.parse(manifest) as { version: string }
  return version
}

/** Writes `specs/` as it was at the release into `target`. */
export const extractSpecs = (root: string, { commit }: BaseRelease, target: string): void => {
  const paths = git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", "specs").split("\0").filter(Boolean)
  for (const path of paths) {
    const file = join(target, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, git(root, "show", `${commit}:${path}`))
  }
}
