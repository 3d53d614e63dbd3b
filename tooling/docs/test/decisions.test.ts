import { globSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { expect, it } from "vitest"
import { repository } from "../src/repository.ts"

const list = readFileSync(join(repository, "decisions/README.md"), "utf8")
const pages = globSync("decisions/*.md", { cwd: repository }).map((path) => basename(path))

it.each(pages.filter((page) => page !== "README.md"))("the list of decisions leads to %s, under its title", (page) => {
  const title = /^# (.*)$/m.exec(readFileSync(join(repository, "decisions", page), "utf8"))?.[1] ?? ""
  const [, link = ""] = new RegExp(`^\\| \\[([^\\]]*)\\]\\(${page}\\) \\|`, "m").exec(list) ?? []
  expect(title.toLowerCase()).toContain(link.toLowerCase())
  expect(link).not.toBe("")
})
