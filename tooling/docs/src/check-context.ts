import { existsSync } from "node:fs"
import type { Page } from "./page.ts"
import { contextFile, type BlockFile } from "./page-folders.ts"

/**
 * A reader must learn what the names are that a block takes from its context: each stands, as code, in the text of the page or in
 * a comment of the block, or another block of the page declares it.
 */
export const checkContext = ({ markdown, blocks }: Page, { block, fromContext }: BlockFile): string | undefined => {
  const { context, line, code } = block
  if (context !== undefined && !existsSync(contextFile(context))) return `There is no context "${context}".`
  const prose = markdown.replace(/^\s*(`{3,}|~{3,})[^]*?^\s*\1\s*$/gm, "")
  const comments = code.match(/\/\/ .*$/gm) ?? []
  const elsewhere = blocks.filter((other) => other.line !== line).map((other) => other.code)
  const unexplained = fromContext.filter(
    (name) =>
      !new RegExp(`\`[^\`\n]*\\b${name}\\b[^\`\n]*\``).test([prose, ...comments].join("\n")) &&
      !elsewhere.some((text) => new RegExp(`\\b(?:const|let|function|class) ${name}\\b`).test(text))
  )
  return unexplained.length === 0 ? undefined : `The page does not say what this is: ${unexplained.join(", ")}.`
}
