import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, inject, test } from "vitest"
import { placeConsumer } from "../../src/consumer.ts"
import { runAsStranger } from "../../src/stranger.ts"
import { toolScript } from "../../src/tool.ts"

const folder = placeConsumer("vitest-with-msw", inject("installed").installations.everything)

/** The part of vitest's JSON report that tells which tests there were. */
interface Report {
  readonly testResults: ReadonlyArray<{
    readonly message: string
    readonly assertionResults: ReadonlyArray<{
      readonly title: string
      readonly status: string
      readonly failureMessages: ReadonlyArray<string>
    }>
  }>
}

const passed = (title: string) => ({ title, status: "passed", failureMessages: [] })

test("vitest passes all tests of an application whose requests are answered by msw", async () => {
  const file = join(folder, "report.json")
  const args = ["run", `--root=${folder}`, "--reporter=json", `--outputFile=${file}`]
  await runAsStranger(folder, process.execPath, toolScript("vitest", "vitest.mjs"), ...args)
  // Boundary: vitest has just written it.
  const report = JSON.parse(readFileSync(file, "utf8")) as Report
  expect(report).toMatchObject({
    success: true,
    testResults: [
      {
        message: "",
        assertionResults: [
          passed("the first start registers, the second does not"),
          passed("a revoked token is replaced once"),
          passed("a statement that is refused fails with advice"),
          passed("one canned answer stands in for the server")
        ]
      }
    ]
  })
})
