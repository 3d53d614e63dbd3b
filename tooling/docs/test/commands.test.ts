import { describe, expect, it } from "vitest"
import { checkCommand } from "../src/check-command.ts"
import { findCodeBlocks } from "../src/code-block.ts"
import { compareOutput, promisedOutput } from "../src/expected-output.ts"
import { shellCommands } from "../src/shell-lines.ts"

const commandsOf = (markdown: string) => findCodeBlocks("page.md", markdown).flatMap(shellCommands)

describe("the commands of a block", () => {
  it("are the lines of sh", () => {
    expect(
      commandsOf("```sh\n# first\nnpm init -y   # yes\n\ncurl a \\\n  --b\n```").map(({ command }) => command)
    ).toEqual(["npm init -y", "curl a --b"])
  })

  it("follow a dollar sign in console, and their output follows them", () => {
    expect(commandsOf("```console\n$ ls # all\na\n\nb\n\n$ cd a\n```")).toEqual([
      { command: "ls", output: ["a", "", "b"] },
      { command: "cd a", output: [] }
    ])
  })
})

describe("a command", () => {
  const surroundings = { page: "packages/auth/README.md", files: ["first-call.mjs"] }

  it.each([
    "pnpm demo",
    "pnpm vitest run --project specs",
    "pnpm changeset",
    "npx pnpm@12.21.0 test",
    "npx --package @tve-pass/testing tve-pass-simulator --port 4010",
    "npx tve-pass-simulator",
    "npm install @tve-pass/auth effect",
    "npm install --save-dev msw",
    "node first-call.mjs",
    "node --expose-gc packages/client/src/index.ts",
    "curl http://127.0.0.1:4010/o/client/token",
    "CI=1 pnpm test && git push"
  ])("may be %s", (command) => {
    expect(checkCommand(command, surroundings)).toBeUndefined()
  })

  it.each([
    ["pnpm demonstrate", 'There is no script or program "demonstrate".'],
    ["npx pnpm@12.20.0 test", "The repository's pnpm is pnpm@12.21.0."],
    ["npx pnpm@12.21.0 tests", 'There is no script or program "tests".'],
    ["npx --package @tve-pass/tests tve-pass-simulator", 'Unknown package "@tve-pass/tests".'],
    ["npx tve-past", 'Unknown program "tve-past".'],
    ["npm install @tve-pass/tests", 'Unknown package "@tve-pass/tests".'],
    ["npm instal effect", 'Unknown command "npm instal".'],
    ["node second-call.mjs", 'There is no file "second-call.mjs".'],
    [
      "curl https://sp.auth.adobe.com/",
      "It calls https://sp.auth.adobe.com/, which is not the simulator on this machine."
    ],
    ["wget x", 'Unknown program "wget".'],
    ["ls && pnpm demonstrate", 'There is no script or program "demonstrate".']
  ])("may not be %s", (command, problem) => {
    expect(checkCommand(command, surroundings)).toBe(problem)
  })
})

describe("what is promised", () => {
  it("are the comments behind arrows, in order", () => {
    expect(promisedOutput("print(1) // => 1\n// => two words\n// not this\n")).toEqual(["1", "two words"])
  })

  it.each([
    [["a", "b"], "a\nb\n"],
    [["at …, then …."], "at 12:00, then 13:00.\n"],
    [[], ""]
  ])("%j is kept by %j", (promised, printed) => {
    expect(compareOutput(promised, printed)).toBeUndefined()
  })

  it.each([
    [["a"], "a\nb\n"],
    [["a", "b"], "a\n"],
    [["b", "a"], "a\nb\n"],
    [["a.c"], "abc\n"],
    [[], "a\n"]
  ])("%j is not kept by %j", (promised, printed) => {
    expect(compareOutput(promised, printed)).toContain("Printed:")
  })
})
