import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, expect, test } from "vitest"
import { repositoryRoot } from "../src/published-packages.ts"
import { ReleasedCopy } from "../src/spec-change/released-copy.ts"

const folder = realpathSync(mkdtempSync(join(tmpdir(), "spec-change-")))
const copy = new ReleasedCopy(folder)
afterEach(() => copy.reset())
afterAll(() => rmSync(folder, { recursive: true }))

const configuration = "rest-v2/schemas/configuration.yaml"
const decision = "rest-v2/schemas/decision.yaml"
const createPartnerProfile = "rest-v2/paths/createPartnerProfile.yaml"

/** What the walk prints, command by command. */
const walk = async (): Promise<ReadonlyArray<string>> => [
  `$ pnpm generate\n${await copy.generate()}`,
  `$ pnpm specs:diff --check\n${await copy.specsDiff()}`,
  `$ tsc\n${copy.typeCheck().output}`
]

/** The blocks of one section of the page that tells the walk. */
const toldIn = (section: string): ReadonlyArray<string> => {
  const page = readFileSync(join(repositoryRoot, "docs/maintaining/changing-a-spec.md"), "utf8")
  const [text = ""] = page.split(`\n## ${section}\n`)[1]?.split("\n##") ?? []
  return [...text.matchAll(/```console\n(.*?)```/gs)].map(([, block = ""]) => block)
}

/** Without line numbers and printed types, which change with every edit of a file. */
const essential = (output: string): string =>
  output
    .replace(/:\d+$/gm, ":…")
    .replace(/\(\d+,\d+\)/g, "(…)")
    .replace(/'\{.*?\}'/g, "'{ … }'")
    .trimEnd()

test("the released specs are what the packages were generated from, and everything compiles", async () => {
  expect(await copy.generate()).toBe("Generated files are what the specs say.")
  expect(copy.typeCheck()).toEqual({ exitCode: 0, output: "" })
})

test("an addition edits nothing outside specs but generated files, and the page shows what it prints", async () => {
  copy.edit(configuration, (document) => document.setIn(["Mvpd", "properties", "supportUrl"], { type: "string" }))
  copy.edit(decision, (document) => document.addIn(["DecisionSource", "enum"], "promotion"))
  copy.edit(createPartnerProfile, (document) => document.setIn(["post", "responses", "404"], { description: "Gone" }))
  const printed = await walk()
  expect(printed.map(essential)).toEqual(toldIn("Adding").map(essential))
  expect(copy.changedFiles().filter((path) => !/^specs\/|\/src\/generated\//.test(path))).toEqual([])
})

test("a removal is major and the compiler names each use, and the page shows what it prints", async () => {
  copy.edit(configuration, (document) => document.deleteIn(["Mvpd", "properties", "requiredMetadataFields"]))
  copy.edit(decision, (document) => document.deleteIn(["DecisionSource", "enum", 3]))
  copy.edit(createPartnerProfile, (document) => document.deleteIn(["post", "responses", "201"]))
  const printed = await walk()
  expect(printed.map(essential)).toEqual(toldIn("Removing").map(essential))
})
