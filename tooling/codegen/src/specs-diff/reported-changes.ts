import { redocly } from "../redocly.ts"
import type { ReportedChange } from "./change.ts"

/** What `redocly diff` has to say about two root documents. */
export const reportedChanges = async (base: string, revision: string): Promise<ReadonlyArray<ReportedChange>> => {
  const report = await redocly("diff", base, revision, "--format", "json", "--fail-on", "none")
  // Boundary: the report format of the pinned @redocly/cli.
  const { changes } = JSON.parse(report) as { readonly changes: ReadonlyArray<ReportedChange> }
  return changes
}
