import { readFile } from "node:fs/promises"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { commandTree } from "../src/command-tree.ts"
import { exitCodeMeanings } from "../src/failure/command-failure.ts"
import { helpDocs } from "../src/help/help-docs.ts"
import { definitions, type Definition } from "../src/settings/definitions.ts"
import { makeDesk } from "./support/run.ts"

const page = (name: string) => readFile(new URL(`../../../docs/${name}`, import.meta.url), "utf8")

/** A command of a page, and the lines that the page shows below it. */
interface Shown {
  readonly command: string
  readonly output: string
}

const shownIn = (markdown: string): ReadonlyArray<Shown> =>
  [...markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block
      .split(/^\$ tve-pass /m)
      .slice(1)
      .map((run) => {
        const end = run.indexOf("\n")
        return { command: run.slice(0, end), output: run.slice(end + 1) }
      })
  )

/** What the page shows as a pattern: `…` stands for anything in its line, and blanks for any number of them. */
const patternOf = (output: string): RegExp =>
  new RegExp(
    `^${output
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/ +/g, " +")
      .replaceAll("…", ".*")}$`
  )

describe.each(["command-line.md", "support.md"])("docs/%s", (name) => {
  it("shows the real output of every command", async () => {
    const simulator = createSimulatorCore({ throttle: false })
    simulator.mvpd.rule("Cablevision", {
      resource: "premium",
      decision: "preauthorization_denied_by_mvpd",
      details: "Your package does not include premium."
    })
    const desk = await makeDesk(simulator)
    const shown = shownIn(await page(name))
    expect(shown.length).toBeGreaterThan(5)
    for (const { command, output } of shown) {
      let printed = ""
      await desk.run(command, {
        variables: { ADOBE_PASS_DEVICE: undefined },
        onOutput: (text) => {
          printed += text
        },
        onPoll: (code) => simulator.mvpd.signIn(code)
      })
      expect.soft(printed, command).toMatch(patternOf(output))
    }
  })
})

describe("docs/command-line.md", () => {
  it("names every command, setting and exit code", async () => {
    const markdown = await page("command-line.md")
    const has = (text: string) => markdown.includes(text)
    const commands = (await helpDocs(commandTree)).slice(1).map(({ path }) => path.at(-1) ?? "")
    const isNamed = (command: string) =>
      has(`\`${command}`) ||
      has(`tve-pass ${command}`) ||
      has(`inspect ${command}`) ||
      has(`cli ${command}`) ||
      has(`sign-in ${command}`) ||
      has(`temp-pass ${command}`)
    const settings = Object.values<Definition>(definitions)
    expect({
      commands: commands.filter((command) => !isNamed(command)),
      variables: settings.filter(({ variable }) => !has(`\`${variable}\``)),
      flags: settings.filter(({ flag }) => flag !== undefined && !has(`\`--${flag}\``)),
      keys: settings.filter(({ key, secret }) => secret !== true && !has(`| \`${key}\` |`)),
      exitCodes: exitCodeMeanings.filter(([code, meaning]) => !has(`| ${code} | ${meaning} |`))
    }).toEqual({ commands: [], variables: [], flags: [], keys: [], exitCodes: [] })
  })
})
