import { parseArgs } from "node:util"
import { repositoryRoot } from "./repository.ts"
import { compareSpecs } from "./specs-diff/comparison.ts"
import { reportOf } from "./specs-diff/report.ts"

const help = `Usage: pnpm specs:diff [base] [--check] [--json]

Compares the specs of the working tree with those of a release, prints what changed and which release it needs.

  base      git tag, branch or commit; default: the newest tag @tve-pass/client@x.y.z that HEAD descends from
  --check   exit 1 when the queued changesets promise less than the changes need; the default where CI is set
  --json    print one JSON object instead of text
  --help    print this`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "boolean" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } }
  })
  if (positionals.length > 1) throw new Error(`Failed to read the arguments: one base at most. See --help`)
  if (values.help === true) console.log(help)
  else {
    const comparison = await compareSpecs(repositoryRoot, positionals[0])
    console.log(values.json === true ? JSON.stringify(comparison, null, 2) : reportOf(comparison))
    const check = values.check ?? ["true", "1"].includes(process.env["CI"] ?? "")
    if (check && !comparison.kept) process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
