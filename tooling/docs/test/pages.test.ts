import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkCommand } from "../src/check-command.ts"
import { checkContext } from "../src/check-context.ts"
import { checkMarks } from "../src/check-marks.ts"
import { checkDiff, checkJson } from "../src/check-text.ts"
import { placeOf, type CodeBlock } from "../src/code-block.ts"
import { executedElsewhere, executesElsewhere } from "../src/executed-elsewhere.ts"
import { treatmentOf } from "../src/language.ts"
import { readPages, type Page } from "../src/page.ts"
import { folderOf, writePageFolders, type BlockFile } from "../src/page-folders.ts"
import { simulatorOrigin, startPageSimulator } from "../src/page-simulator.ts"
import { repository } from "../src/repository.ts"
import { runCommands, runModule } from "../src/run-block.ts"
import { runNodeTests, runVitest } from "../src/run-tests.ts"
import { shellCommands } from "../src/shell-lines.ts"
import { typeCheck, type TypeProblem } from "../src/type-check.ts"

const pages = readPages()
const folders = writePageFolders(pages)
const fileOf = (block: CodeBlock): BlockFile | undefined => folders.files.find((file) => file.block === block)
const testFiles = folders.files.filter(({ block }) => block.marks.includes("test"))
const isNodeTest = ({ code }: CodeBlock): boolean => /from "node:test"/.test(code)

let typeProblems: ReadonlyArray<TypeProblem> = []
let vitestOutcomes: ReadonlyMap<string, string | undefined> = new Map()

beforeAll(async () => {
  const paths = testFiles.filter(({ block }) => !isNodeTest(block)).map(({ path }) => path)
  const [problems, outcomes] = await Promise.all([typeCheck(folders), runVitest(folders.folder, paths)])
  typeProblems = problems
  vitestOutcomes = outcomes
})
afterAll(() => folders.remove())

const problemsOf = (page: Page, block: CodeBlock): ReadonlyArray<string> => {
  const file = fileOf(block)
  switch (treatmentOf(block.language)) {
    case "type-check":
      return file === undefined ? [] : [...defined(checkContext(page, file)), ...typesOf(file)]
    case "commands": {
      const files = page.blocks.flatMap((other) => defined(other.file))
      const surroundings = { page: page.path, files }
      return shellCommands(block).flatMap(({ command }) => defined(checkCommand(command, surroundings)))
    }
    case "json":
      return defined(checkJson(block.code))
    case "diff":
      return defined(checkDiff(block.code))
    default:
      return []
  }
}

const typesOf = ({ block, path }: BlockFile): ReadonlyArray<string> =>
  typeProblems
    .filter((problem) => problem.path === path)
    .map(({ line, text }) => `${block.page}:${block.line + line} ${text}`)

const defined = (problem: string | undefined): ReadonlyArray<string> => (problem === undefined ? [] : [problem])

describe.each(pages.filter(({ blocks }) => blocks.length > 0))("$path", (page) => {
  const folder = join(folders.folder, folderOf(page.path))
  const runs = page.blocks.some(({ marks }) => marks.length > 0)
  let origin = simulatorOrigin
  let close: (() => Promise<void>) | undefined

  beforeAll(async () => {
    if (runs && page.markdown.includes(simulatorOrigin)) ({ origin, close } = await startPageSimulator(folder))
  })
  afterAll(() => close?.())

  it.each(page.blocks.map((block) => ({ block, place: placeOf(block), what: block.language })))(
    "$place $what",
    async ({ block }) => {
      expect([...defined(checkMarks(block)), ...problemsOf(page, block)]).toEqual([])
      if (block.marks.length === 0) return
      expect(await executed(block, { folder, origin })).toBeUndefined()
    }
  )
})

const executed = async (block: CodeBlock, options: { folder: string; origin: string }) => {
  const file = fileOf(block)
  if (file === undefined) return runCommands(block, options)
  const path = join(folders.folder, file.path)
  if (block.marks.includes("run")) return runModule(block, path, options)
  return isNodeTest(block) ? runNodeTests(options.folder, path) : vitestOutcomes.get(file.path)
}

describe("the compiler", () => {
  it("says nothing that belongs to no block", () => {
    const paths = new Set(folders.files.map(({ path }) => path))
    expect(typeProblems.filter(({ path }) => !paths.has(path))).toEqual([])
  })
})

describe("what is executed elsewhere", () => {
  it.each(executedElsewhere)("$page is, by $by", ({ page, languages, by }) => {
    expect(existsSync(join(repository, by))).toBe(true)
    const found = pages.find(({ path }) => path === page)?.blocks.map(({ language }) => language) ?? []
    expect(languages.filter((language) => !found.includes(language) || !executesElsewhere(page, language))).toEqual([])
  })
})
