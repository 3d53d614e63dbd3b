import { parseArgs } from "node:util"
import { compareSpecs } from "./comparison.ts"
import { reportOf } from "./report.ts"

const help = `Usage: pnpm specs:diff [base] [--check] [--json]

Compares the specs of the working tree with those of a release, prints what changed and which release it needs.

  base      git tag, branch or commit; default: the newest tag @tve-pass/client@x.y.z that HEAD descends from
  --check   exit 1 when the queued changesets promise less than the changes need; the default where CI is set
  --json    print one JSON object instead of text
  --help    print this`

export interface CommandOptions {
  readonly root: string
  readonly args: ReadonlyArray<string>
  readonly env: { readonly [name: string]: string | undefined }
}

export interface CommandResult {
  readonly output: string
  readonly exitCode: 0 | 1
}

/** `pnpm specs:diff`. Throws an `Error` with one clear line for what the caller can put right. */
export const specsDiff = async ({ root, args, env }: CommandOptions): Promise<CommandResult> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { check: { type: "boolean" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } }
  })
  if (values.help === true) return { output: help, exitCode: 0 }
  if (positionals.length > 1) throw new Error("Failed to read the arguments: one base at most. See --help")
  const comparison = await compareSpecs(root, positionals[0])
  const check = values.check ?? (env["CI"] === "true" || env["CI"] === "1")
  return {
    output: values.json === true ? JSON.stringify(comparison, null, 2) : reportOf(comparison),
    exitCode: check && !comparison.kept ? 1 : 0
  }
}
