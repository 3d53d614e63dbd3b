import { createMarkdownRenderer, disposeMdItInstance } from "vitepress"
import { describe, expect, it } from "vitest"
import { linkSources } from "../.vitepress/source-links.ts"

const pages = new Set(["docs/auth.md", "packages/client"])

const render = async (markdown: string, repository?: string): Promise<string> => {
  // VitePress keeps one renderer for a process.
  disposeMdItInstance()
  const renderer = await createMarkdownRenderer(".", { config: linkSources((path) => pages.has(path), repository) })
  return (await renderer.render(markdown, { relativePath: "docs/quick-start.md" })).trim()
}

describe("linkSources", () => {
  it("leaves links to pages, sections, other sites and addresses of the site alone", async () => {
    for (const link of [
      "auth.md",
      "./auth.md#stores",
      "#stores",
      "https://example.com/x",
      "/api/",
      "../packages/client"
    ]) {
      expect(await render(`[a](${link})`)).toContain("<a href=")
    }
  })

  it("drops a link to a source where the repository's address is not known, and keeps its text", async () => {
    expect(await render("See [the `code`](../packages/auth/src/index.ts) and [auth](auth.md).")).toMatch(
      /^<p>See the <code[^>]*>code<\/code> and <a [^>]*>auth<\/a>\.<\/p>$/
    )
  })

  it("points it at the repository where the address is known", async () => {
    const html = await render("[code](../packages/auth/src)", "https://example.com/files")
    expect(html).toContain('<a href="https://example.com/files/packages/auth/src"')
  })
})
