import type { CodeBlock } from "./code-block.ts"
import { executesElsewhere } from "./executed-elsewhere.ts"
import { knownMarks, treatmentOf } from "./language.ts"

/** Says what is wrong with the words behind the opening fence, or nothing. */
export const checkMarks = ({ page, language, marks }: CodeBlock): string | undefined => {
  if (language === "") return "It has no language."
  if (treatmentOf(language) === undefined && !executesElsewhere(page, language))
    return `Unknown language "${language}".`
  const unknown = marks.find((mark) => !(knownMarks[language] ?? []).includes(mark))
  return unknown === undefined ? undefined : `Unknown mark "${unknown}".`
}
