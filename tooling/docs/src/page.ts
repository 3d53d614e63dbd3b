import { existsSync, globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { findCodeBlocks, type CodeBlock } from "./code-block.ts"
import { repository } from "./repository.ts"

/** A page of Markdown that users or maintainers read. */
export interface Page {
  /** Path from the repository's folder, with slashes. */
  readonly path: string
  readonly markdown: string
  readonly blocks: ReadonlyArray<CodeBlock>
}

/** The pages of docs/protocol are reference, and changelogs are written by changesets. */
const patterns = [
  "*.md",
  "docs/{,maintaining/}*.md",
  "decisions/*.md",
  "specs/*.md",
  "website/*.md",
  "{packages,tooling,examples}/*/*.md",
  "benchmarks/*.md"
]

export const toPage = (path: string, markdown: string): Page => ({
  path,
  markdown,
  blocks: findCodeBlocks(path, markdown)
})

export const readPages = (): ReadonlyArray<Page> =>
  globSync(patterns, { cwd: repository })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith("CHANGELOG.md") && existsSync(join(repository, path)))
    .sort()
    .map((path) => toPage(path, readFileSync(join(repository, path), "utf8")))
