// Prints "N passed, N failed" from vitest's JSON report; a run that left no report counts as one failure.
import { existsSync, readFileSync } from "node:fs"

const [reportPath] = process.argv.slice(2)
const report = existsSync(reportPath) ? JSON.parse(readFileSync(reportPath, "utf8")) : undefined
if (report === undefined) {
  console.error("The test runner left no report: a step before it failed.")
  console.log("0 passed, 1 failed")
  process.exit(1)
}
// A test file that cannot be loaded has no failed test of its own.
const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
const failed = report.numFailedTests + brokenFiles.length
console.log(`${report.numPassedTests} passed, ${failed} failed`)
process.exit(failed === 0 && report.numPassedTests > 0 ? 0 : 1)
