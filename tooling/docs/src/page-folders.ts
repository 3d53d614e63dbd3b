import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { dirname, join } from "node:path"
import type { CodeBlock } from "./code-block.ts"
import { treatmentOf } from "./language.ts"
import type { Page } from "./page.ts"
import { repository, room } from "./repository.ts"
import { declaredNames, undeclaredNames } from "./undeclared-names.ts"

/** A block of TypeScript that lies in a file of its own. */
export interface BlockFile {
  readonly block: CodeBlock
  /** Path from the folder of all pages. */
  readonly path: string
  /** Names that the block leaves undeclared, and its context has. */
  readonly fromContext: ReadonlyArray<string>
}

/** Every block of TypeScript of every page as a module: one folder a page, one file a block. */
export interface PageFolders {
  readonly folder: string
  readonly files: ReadonlyArray<BlockFile>
  readonly remove: () => void
}

/** Below this package, so that imports resolve as those of a user's project do. */
export const writePageFolders = (pages: ReadonlyArray<Page>): PageFolders => {
  mkdirSync(root, { recursive: true })
  removeAbandoned()
  const folder = mkdtempSync(join(root, "run-"))
  linkPackages(folder)
  const typed = pages.flatMap(({ blocks }) => blocks.filter(({ language }) => treatmentOf(language) === "type-check"))
  const texts = Object.fromEntries(typed.map((block) => [pathOf(block), block.code]))
  const undeclared = undeclaredNames(texts)
  const files = typed.map((block) => {
    const path = pathOf(block)
    const fromContext = namesFromContext(block, undeclared[path] ?? new Set())
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${block.code}${contextImport(block, fromContext)}`)
    return { block, path, fromContext }
  })
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const root = join(room, ".pages")

/** Folders of runs that were killed. No run takes an hour. */
const removeAbandoned = (): void => {
  const abandoned = readdirSync(root)
    .map((name) => join(root, name))
    .filter((folder) => statSync(folder).mtimeMs < Date.now() - 3_600_000)
  for (const folder of abandoned) rmSync(folder, { recursive: true, force: true })
}

/** The msw that the simulator's handlers are made with, and what only the tests of other packages install. */
const linkPackages = (folder: string): void => {
  mkdirSync(join(folder, "node_modules"))
  for (const name of ["msw", "playwright-core"])
    symlinkSync(join(repository, "packages/testing/node_modules", name), join(folder, "node_modules", name), "junction")
}

/** Folder of a page below that of all pages. */
export const folderOf = (page: string): string => page.replaceAll("/", "-").replace(/\.md$/, "")

const pathOf = (block: CodeBlock): string => `${folderOf(block.page)}/${block.file ?? nameOf(block)}`

const nameOf = ({ line, marks }: CodeBlock): string => `line-${line}${marks.includes("test") ? ".test" : ""}.ts`

export const contextFile = (name: string): string => join(room, "contexts", `${name}.d.ts`)

/** A block that runs has no context: as pasted, it would not have one either. */
const namesFromContext = ({ context, marks }: CodeBlock, undeclared: Set<string>): ReadonlyArray<string> =>
  context === undefined || marks.length > 0 || !existsSync(contextFile(context))
    ? []
    : declaredNames(readFileSync(contextFile(context), "utf8")).filter((name) => undeclared.has(name))

/** Behind the block, so that lines stay as they are on the page. `export {}` makes any block a module. */
const contextImport = ({ context }: CodeBlock, names: ReadonlyArray<string>): string =>
  names.length === 0 ? "export {}\n" : `import { ${names.join(", ")} } from "../../../contexts/${context}.js"\n`
