import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { repositoryRoot } from "../src/root.ts"

interface TestOfReport {
  readonly fullName: string
  readonly status: "passed" | "failed"
  readonly failureMessages: ReadonlyArray<string>
}

/** What `.ci/count-tests.mjs` makes of a report with one file. */
const count = (tests: ReadonlyArray<TestOfReport>, fileStatus = "passed") => {
  const folder = mkdtempSync(join(tmpdir(), "count-tests-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const report = join(folder, "report.json")
  const file = { name: join(repositoryRoot, "packages/auth/a.test.ts"), status: fileStatus, assertionResults: tests }
  const passed = tests.filter(({ status }) => status === "passed").length
  const numbers = { numPassedTests: passed, numFailedTests: tests.length - passed }
  writeFileSync(report, JSON.stringify({ ...numbers, testResults: [file] }))
  return run(report)
}

const run = (report: string) => {
  const script = join(repositoryRoot, ".ci/count-tests.mjs")
  const options = { cwd: repositoryRoot, encoding: "utf8" } as const
  const { status, stdout } = spawnSync(process.execPath, [script, report], options)
  return { status, lines: stdout.trimEnd().split("\n") }
}

const passed: TestOfReport = { fullName: "works", status: "passed", failureMessages: [] }
const failed: TestOfReport = {
  fullName: "fails",
  status: "failed",
  failureMessages: ["Error: no\n    at a\n    at node_modules/b"]
}
const passedAgain: TestOfReport = { ...failed, fullName: "hesitates", status: "passed" }

test("the closing line counts what passed and what failed", () => {
  expect(count([passed])).toEqual({ status: 0, lines: ["1 passed, 0 failed"] })
  expect(count([passed, failed])).toEqual({ status: 1, lines: ["1 passed, 1 failed"] })
})

test("a test that passed on its second attempt is named, with the error of the first", () => {
  expect(count([passed, passedAgain])).toEqual({
    status: 0,
    lines: [
      "Passed on the second attempt: packages/auth/a.test.ts > hesitates",
      "  Error: no",
      "      at a",
      "2 passed, 0 failed"
    ]
  })
})

test("a file that cannot be loaded, no tests at all, and no report are failures", () => {
  expect(count([], "failed")).toEqual({ status: 1, lines: ["0 passed, 1 failed"] })
  expect(count([])).toEqual({ status: 1, lines: ["0 passed, 0 failed"] })
  expect(run("no-such-report.json")).toEqual({ status: 1, lines: ["0 passed, 1 failed"] })
})
