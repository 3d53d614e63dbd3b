import { globSync } from "node:fs"
import { posix } from "node:path"
import { fileURLToPath } from "node:url"

/** Root of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url))

const patterns = [
  "website/index.md",
  "docs/**/*.md",
  "decisions/*.md",
  "packages/*/README.md",
  "specs/README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md"
]

/** The pages of the site: paths of Markdown files from the root of the repository, with slashes. */
export const pages: ReadonlyArray<string> = globSync(patterns, { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .sort()

/** Where the pages lie that do not lie at the same path in the site, in the form of VitePress. */
export const rewrites: Record<string, string> = {
  "website/index.md": "index.md",
  "docs/README.md": "docs/index.md",
  "decisions/README.md": "decisions/index.md",
  "specs/README.md": "packages/specs.md",
  "packages/:name/README.md": "packages/:name.md"
}

/** Returns the address of a page in the site, such as `/docs/auth` for `docs/auth.md`, without the base path. */
export const addressOf = (page: string): string => {
  const name = /^packages\/([^/]+)\/README\.md$/.exec(page)?.[1]
  const file = name === undefined ? (rewrites[page] ?? page) : `packages/${name}.md`
  return `/${file.replace(/\.md$/, "").replace(/(^|\/)index$/, "$1")}`
}

/**
 * Returns the page that a path from the root of the repository leads to, or `undefined` if it leads to another file. A
 * folder leads to its README.
 */
export const pageAt = (path: string): string | undefined => {
  const normal = posix.normalize(path)
  return [normal, posix.join(normal, "README.md")].find((candidate) => pages.includes(candidate))
}
