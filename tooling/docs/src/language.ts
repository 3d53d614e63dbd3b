/** What is done with the blocks of a language. */
export type Treatment = "type-check" | "commands" | "json" | "diff" | "nothing"

const treatments: Readonly<Record<string, Treatment>> = {
  ts: "type-check",
  sh: "commands",
  console: "commands",
  json: "json",
  diff: "diff",
  // Output, trees and drawings.
  text: "nothing"
}

/** Undefined for a language that nobody has decided about. */
export const treatmentOf = (language: string): Treatment | undefined => treatments[language]

/** Marks that each language may have behind its name. */
export const knownMarks: Readonly<Record<string, ReadonlyArray<string>>> = {
  ts: ["run", "test"],
  sh: ["run"],
  console: ["run"]
}
