import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { relativeLinks } from "../src/links.ts"
import { repository } from "../src/repository.ts"

const folder = join(repository, "docs")
const linked = relativeLinks(readFileSync(join(folder, "README.md"), "utf8")).map(({ path }) => join(path))

it.each(globSync("{*,protocol/*}.md", { cwd: folder }).filter((path) => path !== "README.md"))(
  "docs/README.md leads to %s",
  (path) => {
    expect(linked).toContain(path)
  }
)
