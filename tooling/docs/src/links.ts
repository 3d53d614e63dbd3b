/** A link to another place of this repository. */
export interface RelativeLink {
  /** As it is written. */
  readonly target: string
  /** Path from the page's folder; empty for a place on the same page. */
  readonly path: string
  /** Name of the heading, without the hash; empty for a page as a whole. */
  readonly anchor: string
}

/** The links of a page that lead to files and headings, those in code left out. */
export const relativeLinks = (markdown: string): ReadonlyArray<RelativeLink> =>
  [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor = ""] = target.split("#")
      return { target, path, anchor }
    })

/** The names by which GitHub links to the headings of a page. */
export const anchorsOf = (markdown: string): ReadonlySet<string> =>
  new Set(
    [...withoutFences(markdown).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .trim()
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
        .replaceAll(" ", "-")
    )
  )

const withoutFences = (markdown: string): string => markdown.replace(/^\s*(`{3,}|~{3,})[^]*?^\s*\1\s*$/gm, "")

const withoutCode = (markdown: string): string => withoutFences(markdown).replace(/(?<!\[)`[^`\n]*`(?!\])/g, "")
