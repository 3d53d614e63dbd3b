import type { DefaultTheme } from "vitepress"
import { describe, expect, it } from "vitest"
import { sidebar, topBar } from "../.vitepress/navigation.ts"
import { addressOf, pages } from "../.vitepress/pages.ts"

const linksOf = (items: ReadonlyArray<DefaultTheme.SidebarItem>): ReadonlyArray<string> =>
  items.flatMap(({ link, items: children = [] }) => [...(link === undefined ? [] : [link]), ...linksOf(children)])

/** Built beside the pages. */
const built = ["/api/", "/specs/", "/playground/"]

const links = linksOf(sidebar)

describe("the navigation", () => {
  it.each(pages.filter((page) => page !== "website/index.md"))("has %s, once", (page) => {
    expect(links.filter((link) => link === addressOf(page))).toHaveLength(1)
  })

  it("leads to nothing else", () => {
    const addresses = new Set([...pages.map(addressOf), ...built])
    const bar = topBar.flatMap((item) => ("link" in item ? [`${item.link}`] : []))
    expect([...links, ...bar].filter((link) => !addresses.has(link))).toEqual([])
  })
})
