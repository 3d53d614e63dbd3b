/** A fenced block of a page. */
export interface CodeBlock {
  /** Path from the repository's folder, with slashes. */
  readonly page: string
  /** Line of the opening fence, counted from 1. */
  readonly line: number
  /** First word behind the fence, or nothing. */
  readonly language: string
  /** The other words behind the fence, such as `run`. */
  readonly marks: ReadonlyArray<string>
  /** Without the fences, and without the indentation that the opening fence has. */
  readonly code: string
  /** Name in the nearest `<!-- context: name -->` above. */
  readonly context: string | undefined
  /** File that the block says it is, in a first line such as `// first-call.mjs`. */
  readonly file: string | undefined
}

const fence = /^(\s*)(`{3,}|~{3,})\s*([^`]*)$/
const contextComment = /^\s*<!-- context: ([\w-]+) -->\s*$/
const fileComment = /^(?:\/\/|#) ([\w-]+(?:\.[\w-]+)*\.[cm]?[jt]s)\s*$/

/** Finds the fenced blocks of a page. An unclosed one reaches to the end, as renderers have it. */
export const findCodeBlocks = (page: string, markdown: string): ReadonlyArray<CodeBlock> => {
  const lines = markdown.split("\n")
  const blocks: Array<CodeBlock> = []
  let context: string | undefined
  for (let index = 0; index < lines.length; index++) {
    context = contextComment.exec(lines[index] ?? "")?.[1] ?? context
    const opening = fence.exec(lines[index] ?? "")
    if (opening === null) continue
    const [, indentation = "", marker = "", information = ""] = opening
    const [language = "", ...marks] = information.trim().split(/\s+/)
    const line = index + 1
    const content: Array<string> = []
    for (index++; index < lines.length && !closes(lines[index] ?? "", marker); index++)
      content.push(withoutIndentation(lines[index] ?? "", indentation))
    const file = fileComment.exec(content[0] ?? "")?.[1]
    blocks.push({ page, line, language, marks, code: content.map((text) => `${text}\n`).join(""), context, file })
  }
  return blocks
}

const closes = (line: string, marker: string): boolean => {
  const text = line.trim()
  return text.length >= marker.length && text === marker.charAt(0).repeat(text.length)
}

const withoutIndentation = (line: string, indentation: string): string =>
  line.startsWith(indentation) ? line.slice(indentation.length) : line.trimStart()

/** `docs/auth.md:61` */
export const placeOf = ({ page, line }: CodeBlock): string => `${page}:${line}`
