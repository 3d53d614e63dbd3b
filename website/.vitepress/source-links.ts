import { posix } from "node:path"
import type { MarkdownRenderer } from "vitepress"

interface Environment {
  /** Path of the page, relative to the root of the repository. */
  readonly relativePath?: string
}

/**
 * Points links to files that are no pages, such as sources and folders, at the repository on the web. Without its address
 * they become plain text: a link that leads nowhere helps less than none.
 *
 * @param isPage tells whether a path from the root of the repository is a page of the site
 * @param repository address of the files of the main branch, such as `https://host/owner/name/blob/main`
 */
export const linkSources =
  (isPage: (path: string) => boolean, repository: string | undefined) =>
  (markdown: MarkdownRenderer): void => {
    markdown.core.ruler.push("link-sources", ({ tokens, env }) => {
      const { relativePath = "" }: Environment = env
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
          const [file = ""] = href.split("#")
          const path = posix.normalize(posix.join(posix.dirname(relativePath), file))
          if (isPage(path)) continue
          if (repository !== undefined) token.attrSet("href", `${repository}/${path}`)
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
