import { existsSync, globSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { anchorsOf, relativeLinks } from "../src/links.ts"
import { readPages } from "../src/page.ts"
import { repository } from "../src/repository.ts"

const read = (path: string): string => readFileSync(join(repository, path), "utf8")

const pages = [...readPages().map(({ path }) => path), ...globSync("docs/protocol/*.md", { cwd: repository })]

const problemOf = (page: string, { path, anchor }: { readonly path: string; readonly anchor: string }) => {
  const file = path === "" ? page : join(dirname(page), path)
  if (!existsSync(join(repository, file))) return "there is no such file"
  if (anchor !== "" && !anchorsOf(read(file)).has(anchor)) return "there is no such heading"
  return undefined
}

describe("the links of a page", () => {
  it.each(pages)("%s lead somewhere", (page) => {
    const problems = relativeLinks(read(page)).flatMap((link) => {
      const problem = problemOf(page, link)
      return problem === undefined ? [] : [`${link.target}: ${problem}`]
    })
    expect(problems).toStrictEqual([])
  })

  it("are found beside code, and headings by the names that GitHub gives them", () => {
    const markdown = "# The `a` & [b](c.md)\n[x](y.md#z) `[no](link)` [`code`](file.ts)\n```text\n[no](link)\n```\n"
    expect(relativeLinks(markdown)).toStrictEqual([
      { target: "c.md", path: "c.md", anchor: "" },
      { target: "y.md#z", path: "y.md", anchor: "z" },
      { target: "file.ts", path: "file.ts", anchor: "" }
    ])
    expect([...anchorsOf(markdown)]).toStrictEqual(["the-a--b"])
  })
})

/** Pages that these pages lead to. */
const reachedFrom = (page: string): ReadonlySet<string> =>
  new Set(relativeLinks(read(page)).map(({ path }) => join(dirname(page), path)))

const guides = globSync("docs/*.md", { cwd: repository }).filter((page) => basename(page) !== "README.md")
const reference = globSync("docs/protocol/*.md", { cwd: repository })

describe("a reader finds", () => {
  it.each(guides)("the guide %s from the README", (guide) => {
    expect(reachedFrom("README.md")).toContain(guide)
  })

  it.each([...guides, ...reference])("%s from the list of docs", (page) => {
    expect(reachedFrom("docs/README.md")).toContain(page)
  })
})
