import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { runNode, runProcess } from "./run-process.ts"

/** What became of a file of tests: nothing to say, or the messages of what failed. */
export type TestFileOutcome = string | undefined

/** Runs files that import `vitest`, in one process for all. */
export const runVitest = async (
  folder: string,
  paths: ReadonlyArray<string>
): Promise<ReadonlyMap<string, TestFileOutcome>> => {
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs")
  const report = join(folder, "report.json")
  const words = [vitest, "run", "--root", folder, "--pool=threads", "--reporter=json", `--outputFile=${report}`]
  // One process for the tests of all pages: a busy machine takes longer for it than for one example.
  const { stdout, stderr } = await runProcess(folder, process.execPath, words, 240_000)
  const results = existsSync(report) ? readReport(report) : []
  return new Map(
    paths.map((path) => {
      const result = results.find(({ name }) => name.endsWith(`/${path}`))
      return [path, result === undefined ? `It was not run.\n${stdout}${stderr}` : outcomeOf(result)]
    })
  )
}

/** Runs one file that imports `node:test`. */
export const runNodeTests = async (folder: string, path: string): Promise<TestFileOutcome> => {
  const { status, stdout, stderr } = await runNode(folder, "--test-reporter=tap", path)
  if (status !== 0) return `${stdout}${stderr}`
  return /^# pass [1-9]/m.test(stdout) ? undefined : `It has no tests.\n${stdout}`
}

interface FileResult {
  readonly name: string
  readonly message: string
  readonly assertionResults: ReadonlyArray<{
    readonly title: string
    readonly status: string
    readonly failureMessages: ReadonlyArray<string>
  }>
}

// Boundary: the report of vitest's reporter, which is documented.
const readReport = (path: string): ReadonlyArray<FileResult> => JSON.parse(readFileSync(path, "utf8")).testResults

const outcomeOf = ({ message, assertionResults }: FileResult): TestFileOutcome => {
  const failed = assertionResults.filter(({ status }) => status !== "passed")
  if (message !== "" || failed.length > 0)
    return [
      message,
      ...failed.flatMap(({ title, status, failureMessages }) => [`${title}: ${status}`, ...failureMessages])
    ].join("\n")
  return assertionResults.length === 0 ? "It has no tests." : undefined
}
