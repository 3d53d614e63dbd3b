import { createMarkdownRenderer, disposeMdItInstance } from "vitepress"
import { describe, expect, it } from "vitest"
import { addressOf, pageAt } from "../.vitepress/pages.ts"
import { linkSources } from "../.vitepress/source-links.ts"

const addresses: Record<string, string> = { "docs/auth.md": "/docs/auth", "packages/client": "/packages/client" }

const render = async (
  markdown: string,
  { page = "docs/quick-start.md", repository }: { page?: string; repository?: string } = {}
): Promise<string> => {
  // VitePress keeps one renderer for a process.
  disposeMdItInstance()
  const config = linkSources({ root: "/repository", addressOf: (path) => addresses[path], repository })
  const renderer = await createMarkdownRenderer(".", { config })
  return (
    await renderer.render(markdown, { realPath: `/repository/${page}`, relativePath: "elsewhere.md", cleanUrls: true })
  ).trim()
}

describe("linkSources", () => {
  it("leaves sections, other sites and addresses of the site alone", async () => {
    for (const link of ["#stores", "https://example.com/x", "/api/"]) {
      expect(await render(`[a](${link})`)).toContain(`href="${link}"`)
    }
  })

  it("makes a link to a page the address of that page, with the section", async () => {
    expect(await render("[a](auth.md)")).toContain('href="/docs/auth"')
    expect(await render("[a](./auth.md#stores)")).toContain('href="/docs/auth#stores"')
    expect(await render("[a](../packages/client)")).toContain('href="/packages/client"')
  })

  it("starts at the file of the page, not at its place in the site", async () => {
    expect(await render("[a](../../docs/auth.md)", { page: "packages/client/README.md" })).toContain(
      'href="/docs/auth"'
    )
  })

  it("drops a link to a source where the repository's address is not known, and keeps its text", async () => {
    expect(await render("See [the `code`](../packages/auth/src/index.ts) and [auth](auth.md).")).toMatch(
      /^<p>See the <code[^>]*>code<\/code> and <a [^>]*>auth<\/a>\.<\/p>$/
    )
  })

  it("points it at the repository where the address is known", async () => {
    const html = await render("[code](../packages/auth/src)", { repository: "https://example.com/files" })
    expect(html).toContain('href="https://example.com/files/packages/auth/src"')
  })
})

describe("the address of a page", () => {
  it.each([
    ["website/index.md", "/"],
    ["docs/README.md", "/docs/"],
    ["docs/auth.md", "/docs/auth"],
    ["packages/auth/README.md", "/packages/auth"],
    ["specs/README.md", "/packages/specs"]
  ])("of %s is %s", (page, address) => {
    expect(addressOf(page)).toBe(address)
  })

  it("belongs to the README of a folder, and to no file that is not a page", () => {
    expect(pageAt("packages/auth")).toBe("packages/auth/README.md")
    expect(pageAt("decisions/")).toBe("decisions/README.md")
    expect(pageAt("packages/auth/src/index.ts")).toBeUndefined()
  })
})
