import { readdirSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { usage } from "../../src/cli/command-line.ts"
import { scenarios, type Scenario } from "../../src/index.ts"

const examples = new URL("examples/", import.meta.url)

const read = (url: URL): string => readFileSync(url, "utf8")

const page = read(new URL("../../../../docs/simulator.md", import.meta.url))

/** The fenced blocks of these languages, without their fences. */
const blocks = (...languages: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, language = ""]) => languages.includes(language))
    .map(([, , text = ""]) => text)

it("prints each example as it runs in these tests, and no other code", () => {
  const run = readdirSync(examples).map((name) => read(new URL(name, examples)))
  expect(new Set(blocks("ts", "py", "sh"))).toEqual(new Set(run))
})

it("prints the options of the command as the command does", () => {
  expect(blocks("text")).toContain(usage("tve-pass-simulator"))
})

it("describes each scenario as the scenario itself does", () => {
  const rows = Object.values<Scenario>(scenarios).map(({ name, description }) => `| \`${name}\` | ${description} |`)
  expect(page.split("\n").filter((line) => /^\| `[\w-]+` \|/.test(line))).toEqual(expect.arrayContaining(rows))
})
