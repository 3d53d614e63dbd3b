import { describe, expect, it } from "vitest"
import { checkMarks } from "../src/check-marks.ts"
import { checkDiff, checkJson } from "../src/check-text.ts"
import { findCodeBlocks } from "../src/code-block.ts"
import { readPages } from "../src/page.ts"

const blocksOf = (...lines: ReadonlyArray<string>) => findCodeBlocks("page.md", lines.join("\n"))

describe("findCodeBlocks", () => {
  it("gives place, language, marks and code", () => {
    expect(blocksOf("Text", "```ts run", "const a = 1", "", "```", "more")).toEqual([
      {
        page: "page.md",
        line: 2,
        language: "ts",
        marks: ["run"],
        code: "const a = 1\n\n",
        context: undefined,
        file: undefined
      }
    ])
  })

  it("finds blocks without a language, in lists, of tildes, and without an end", () => {
    const found = blocksOf(
      "```",
      "```",
      "1. first",
      "",
      "   ```sh",
      "   ls",
      "     -l",
      "   ```",
      "~~~json",
      "{}",
      "~~~",
      "```ts"
    )
    expect(found.map(({ line, language, code }) => ({ line, language, code }))).toEqual([
      { line: 1, language: "", code: "" },
      { line: 5, language: "sh", code: "ls\n  -l\n" },
      { line: 9, language: "json", code: "{}\n" },
      { line: 12, language: "ts", code: "" }
    ])
  })

  it("takes fences inside of a longer fence for text", () => {
    expect(blocksOf("````text", "```ts", "```", "````")).toMatchObject([{ language: "text", code: "```ts\n```\n" }])
  })

  it("takes no inline code for a fence", () => {
    expect(blocksOf("```` ```ts run ````", "`code`")).toEqual([])
  })

  it("lets a context hold down to the next one, and not begin inside of a block", () => {
    const found = blocksOf(
      "```ts",
      "<!-- context: no -->",
      "```",
      "<!-- context: one -->",
      "```ts",
      "```",
      "```ts",
      "```"
    )
    const others = blocksOf("<!-- context: one -->", "<!-- context: two -->", "```ts", "```")
    expect([...found, ...others].map(({ context }) => context)).toEqual([undefined, "one", "one", "two"])
  })

  it.each([
    ["// first-call.mjs", "first-call.mjs"],
    ["// own.test.ts", "own.test.ts"],
    ["# first.js", "first.js"],
    ["// see own.ts for more", undefined],
    ["// src/own.ts", undefined]
  ])("reads the name of a file from %s", (first, file) => {
    expect(blocksOf("```ts", first, "```")[0]?.file).toBe(file)
  })
})

describe("the pages", () => {
  it("are those that people read, without the protocol and without changelogs", () => {
    const paths = readPages().map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        "README.md",
        "docs/auth.md",
        "packages/auth/README.md",
        "specs/README.md",
        "tooling/docs/README.md"
      ])
    )
    expect(paths.filter((path) => /protocol|CHANGELOG|node_modules/.test(path))).toEqual([])
  })
})

describe("a block", () => {
  it.each([
    ["```ts run", undefined],
    ["```console", undefined],
    ["```", "It has no language."],
    ["```typescript", 'Unknown language "typescript".'],
    ["```py", 'Unknown language "py".'],
    ["```ts runs", 'Unknown mark "runs".'],
    ["```json run", 'Unknown mark "run".']
  ])("that begins with %s has the problem: %s", (fence, problem) => {
    expect(blocksOf(fence, "```").map(checkMarks)).toEqual([problem])
  })

  it("may have a language that only the tests of its page know", () => {
    expect(findCodeBlocks("docs/simulator.md", "```py\n```").map(checkMarks)).toEqual([undefined])
  })

  it("of JSON is JSON", () => {
    expect(checkJson('{ "a": 1 }')).toBeUndefined()
    expect(checkJson("{ a: 1 }")).toMatch(/^SyntaxError/)
  })

  it("of a diff changes something and has nothing else", () => {
    expect(checkDiff("--- a\n same\n-old\n+new\n")).toBeUndefined()
    expect(checkDiff("old\n+new\n")).toContain(": old")
    expect(checkDiff(" same\n")).toBe("It changes nothing.")
  })
})
