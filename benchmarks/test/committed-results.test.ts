import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { abortedFirstCaller } from "../src/behaviour/aborted-first-caller.ts"
import { firstCallers } from "../src/behaviour/first-callers.ts"
import { revokedToken } from "../src/behaviour/revoked-token.ts"
import { shortLifetime } from "../src/behaviour/short-lifetime.ts"
import { contestants } from "../src/contestants/contestants.ts"
import { measurements } from "../src/measurements.ts"
import { readReport, resultsPath } from "../src/read-report.ts"
import { withReport } from "../src/results-page.ts"
import { installedVersion } from "../src/report/installed-version.ts"
import { withPassingTime } from "./passing-time.ts"

const report = readReport(resultsPath)
const committedRow = (id: string) => report.rows.find((row) => row.id === id)

describe("results.json", () => {
  it.each([firstCallers, shortLifetime, revokedToken, abortedFirstCaller])(
    "has the counts of $name as they are found now",
    async ({ measure }) => {
      const rows = await withPassingTime(() => measure({ quick: false, progress: () => {} }))
      expect(rows.map(({ id }) => committedRow(id))).toStrictEqual(rows)
    }
  )

  it("was measured with the peers that are installed", () => {
    const peers = contestants.filter(({ name }) => name !== "tve-pass")
    const committed = report.columns.map(({ name, packages }) => [name, packages])
    for (const { name, packages } of peers) {
      expect(committed).toContainEqual([
        name,
        Object.fromEntries(packages.map((packageName) => [packageName, installedVersion(packageName)]))
      ])
    }
  })

  it("names no folder of the machine", () => {
    expect(readFileSync(resultsPath, "utf8")).not.toMatch(/\/(?:home|root|tmp|work|Users)\b/)
  })
})

describe("docs/benchmarks.md", () => {
  it("shows the committed results", () => {
    const page = readFileSync(fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url)), "utf8")
    expect(page).toBe(withReport(page, report))
  })
})

it("gives every measurement a name of its own", () => {
  const names = measurements.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
