import { posix, relative } from "node:path"
import type { MarkdownRenderer } from "vitepress"

interface Environment {
  /** Absolute path of the page's file. The `relativePath` of VitePress is that of the page in the site. */
  readonly realPath?: string
}

interface Options {
  /** Root of the repository. */
  readonly root: string
  /** Returns the address in the site for a path from the root of the repository; `undefined` if it is not a page. */
  readonly addressOf: (path: string) => string | undefined
  /** Address of the files of the main branch, such as `https://host/owner/name/blob/main`. */
  readonly repository: string | undefined
}

/**
 * Makes the links between files of the repository links of the site. A link to a page becomes the address of that page. A
 * link to another file, such as a source or a folder, leads to the repository on the web; without the address of the
 * repository it becomes plain text.
 */
export const linkSources =
  ({ root, addressOf, repository }: Options) =>
  (markdown: MarkdownRenderer): void => {
    markdown.core.ruler.push("link-sources", ({ tokens, env }) => {
      const { realPath = root }: Environment = env
      const folder = posix.dirname(relative(root, realPath).replaceAll("\\", "/"))
      for (const { children } of tokens) {
        let dropped = 0
        for (const token of children ?? []) {
          if (token.type === "link_close" && dropped > 0) {
            token.type = "text"
            token.tag = ""
            token.content = ""
            dropped -= 1
          }
          const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : ""
          if (href === "" || /^(?:[a-z]+:|#|\/)/i.test(href)) continue
          const [file = "", section] = href.split("#")
          const path = posix.normalize(posix.join(folder, file))
          const address = addressOf(path)
          if (address !== undefined) token.attrSet("href", section === undefined ? address : `${address}#${section}`)
          else if (repository !== undefined) token.attrSet("href", `${repository}/${path}`)
          else {
            token.type = "text"
            token.tag = ""
            token.content = ""
            dropped += 1
          }
        }
      }
    })
  }
