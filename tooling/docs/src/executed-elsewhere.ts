/** Tests that execute the blocks of a page, or compare them with code that they execute. */
export interface ExecutedElsewhere {
  readonly page: string
  /** Languages of which they execute every block. */
  readonly languages: ReadonlyArray<string>
  /** File or folder, from the repository's folder. */
  readonly by: string
}

export const executedElsewhere: ReadonlyArray<ExecutedElsewhere> = [
  { page: "docs/command-line.md", languages: ["console"], by: "packages/cli/test/pages.test.ts" },
  { page: "docs/support.md", languages: ["console"], by: "packages/cli/test/pages.test.ts" },
  { page: "docs/simulator.md", languages: ["ts", "py", "sh", "text"], by: "packages/testing/test/simulator-page" },
  { page: "docs/runtimes.md", languages: ["js"], by: "tooling/packaging/test/runtimes.test.ts" },
  {
    page: "docs/maintaining/changing-a-spec.md",
    languages: ["diff", "console"],
    by: "tooling/packaging/test/changing-a-spec.test.ts"
  }
]

export const executesElsewhere = (page: string, language: string): boolean =>
  executedElsewhere.some((entry) => entry.page === page && entry.languages.includes(language))
