import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { DefaultTheme } from "vitepress"
import { expect, it } from "vitest"
import { sidebar, topBar } from "../.vitepress/navigation.ts"

const root = fileURLToPath(new URL("../../", import.meta.url))

const linksOf = (items: ReadonlyArray<DefaultTheme.SidebarItem>): ReadonlyArray<string> =>
  items.flatMap(({ link, items: children = [] }) => [...(link === undefined ? [] : [link]), ...linksOf(children)])

/** Built beside the pages. */
const built = ["/api/", "/specs/", "/playground/"]

it("leads to pages that exist", () => {
  const links = [
    ...linksOf(Array.isArray(sidebar) ? sidebar : []),
    ...topBar.flatMap((item) => ("link" in item ? [`${item.link}`] : []))
  ]
  expect(links.length).toBeGreaterThan(20)
  const missing = links
    .filter((link) => !built.includes(link))
    .filter((link) => {
      const packageName = /^\/packages\/([\w-]+)$/.exec(link)?.[1]
      const file = packageName === undefined ? link : `/packages/${packageName}/README`
      return !existsSync(`${root}${file.endsWith("/") ? `${file}README` : file}.md`)
    })
  expect(missing).toEqual([])
})
