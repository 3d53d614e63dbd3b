import { existsSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { repository } from "./repository.ts"

/** A link of a page to something in the repository. */
export interface Link {
  /** Line of the page, counted from 1. */
  readonly line: number
  /** As it is written: `auth.md#events`. */
  readonly target: string
}

/** The links of a page that lead to other files, or to other places of the page. Those in code are none. */
export const findLinks = (markdown: string): ReadonlyArray<Link> =>
  withoutCode(markdown)
    .split("\n")
    .flatMap((text, index) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = ""]) => ({ line: index + 1, target }))
        .filter(({ target }) => !/^[a-z]+:/i.test(target))
    )

/** Says why a link of a page leads nowhere, or nothing. */
export const checkLink = (page: string, { target }: Link): string | undefined => {
  const [path = "", anchor] = target.split("#")
  const file = path === "" ? page : join(dirname(page), path)
  const whole = join(repository, file)
  if (!existsSync(whole)) return `There is no ${file}.`
  if (anchor === undefined) return undefined
  if (statSync(whole).isDirectory()) return `${file} is a folder, which has no "${anchor}".`
  return anchorsOf(readFileSync(whole, "utf8")).includes(anchor) ? undefined : `${file} has no "${anchor}".`
}

/** What GitHub makes of the headings of a page. */
export const anchorsOf = (markdown: string): ReadonlyArray<string> => {
  const used = new Map<string, number>()
  return [...withoutCode(markdown, "`").matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-")
    const count = used.get(slug) ?? 0
    used.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

/** Blanks the lines of fenced blocks, and inline code unless it is to be kept. */
const withoutCode = (markdown: string, keep = ""): string => {
  const text = markdown.replace(/^ *(`{3,}|~{3,})[^]*?^ *\1 *$/gm, (block) => block.replace(/[^\n]/g, ""))
  return keep === "`" ? text : text.replace(/`[^`\n]*`/g, "")
}
