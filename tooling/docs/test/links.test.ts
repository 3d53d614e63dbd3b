import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { anchorsOf, checkLink, findLinks } from "../src/links.ts"
import { readPages } from "../src/page.ts"
import { repository } from "../src/repository.ts"

const pages = readPages()
const protocol = readdirSync(join(repository, "docs/protocol")).map((name) => `docs/protocol/${name}`)

describe.each(pages)("$path", ({ path, markdown }) => {
  it("has links that lead somewhere", () => {
    const broken = findLinks(markdown).flatMap((link) => {
      const problem = checkLink(path, link)
      return problem === undefined ? [] : [`${path}:${link.line} ${problem}`]
    })
    expect(broken).toEqual([])
  })
})

describe("docs/README.md", () => {
  it("leads to every page of docs", () => {
    const index = pages.find(({ path }) => path === "docs/README.md")?.markdown ?? ""
    const targets = findLinks(index).map(({ target }) => `docs/${target}`)
    const guides = pages.map(({ path }) => path).filter((path) => /^docs\/[^/]+\.md$/.test(path))
    const missing = [...guides, ...protocol].filter((path) => !targets.includes(path) && path !== "docs/README.md")
    expect(missing).toEqual([])
  })
})

describe("a link", () => {
  it("is found by its line, unless it is code or leads to the web", () => {
    const markdown = "[a](b.md)\n```text\n[c](d.md)\n```\n`[e](f.md)` [g](#h) [i](https://example.com)"
    expect(findLinks(markdown)).toEqual([
      { line: 1, target: "b.md" },
      { line: 5, target: "#h" }
    ])
  })

  it.each([
    ["README.md", undefined],
    ["protocol", undefined],
    ["auth.md#events", undefined],
    ["../README.md", undefined],
    ["nothing.md", "There is no docs/nothing.md."],
    ["auth.md#event", 'docs/auth.md has no "event".'],
    ["protocol#dcr", 'docs/protocol is a folder, which has no "dcr".']
  ])("to %s has the problem: %s", (target, problem) => {
    expect(checkLink("docs/README.md", { line: 1, target })).toBe(problem)
  })
})

it("headings become anchors as on GitHub", () => {
  expect(anchorsOf("# `client` and C-DCR-1: yes!\n## Twice\n## Twice\n```sh\n# no\n```\n## [Link](a.md) ü")).toEqual([
    "client-and-c-dcr-1-yes",
    "twice",
    "twice-1",
    "link-ü"
  ])
})
