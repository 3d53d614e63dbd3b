// Names the tests of vitest's JSON report that passed on their second attempt, and prints "N passed, N failed" as the last
// line. A run that left no report counts as one failure.
import { existsSync, readFileSync } from "node:fs"
import { relative } from "node:path"

const [reportPath] = process.argv.slice(2)
const report = existsSync(reportPath) ? JSON.parse(readFileSync(reportPath, "utf8")) : undefined
if (report === undefined) {
  console.error("The test runner left no report: a step before it failed.")
  console.log("0 passed, 1 failed")
  process.exit(1)
}
for (const { name: file, assertionResults } of report.testResults) {
  // The report keeps the errors of the first attempt.
  for (const { fullName, status, failureMessages } of assertionResults) {
    if (status !== "passed" || failureMessages.length === 0) continue
    console.log(`Passed on the second attempt: ${relative(process.cwd(), file)} > ${fullName}`)
    const lines = failureMessages[0].split("\n").filter((line) => !line.includes("node_modules"))
    console.log(lines.map((line) => `  ${line}`).join("\n"))
  }
}
// A test file that cannot be loaded has no failed test of its own.
const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
const failed = report.numFailedTests + brokenFiles.length
console.log(`${report.numPassedTests} passed, ${failed} failed`)
process.exit(failed === 0 && report.numPassedTests > 0 ? 0 : 1)
