import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { applicationOf } from "../../src/recording/application-of-recording.ts"
import { testOf } from "../../src/recording/test-of-recording.ts"
import { runInScenario, wordsOf, type RunApplication } from "./application-runs.ts"
import { recordings } from "./recordings.ts"

const packageFolder = fileURLToPath(new URL("../..", import.meta.url))
const require = createRequire(import.meta.url)
const inModule = (module: string, path: string) => join(dirname(require.resolve(`${module}/package.json`)), path)
const execute = promisify(execFile)

/** Runs a program of node_modules. Resolves to its output, whether it succeeds or not. */
const outputOf = async (program: string, ...args: ReadonlyArray<string>): Promise<string> => {
  const { stdout, stderr } = await execute(process.execPath, [program, ...args], {
    cwd: packageFolder,
    maxBuffer: 64 * 1024 * 1024
    // Boundary: execFile rejects with an error that has both.
  }).catch((error: { readonly stdout: string; readonly stderr: string }) => error)
  return stdout + stderr
}

interface Report {
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly message: string
    readonly assertionResults: ReadonlyArray<{
      readonly status: string
      readonly failureMessages: ReadonlyArray<string>
    }>
  }>
}

const fileNameOf = (name: string) => name.replaceAll(/[^a-z]+/gi, "-").toLowerCase()
const names = Object.keys(recordings)

// Below the package, so that imports resolve as those of a user's project do.
const root = join(packageFolder, ".recordings")
mkdirSync(root, { recursive: true })
const folder = mkdtempSync(join(root, "run-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

for (const [name, steps] of Object.entries(recordings)) {
  writeFileSync(join(folder, `${fileNameOf(name)}.test.ts`), testOf(steps))
  writeFileSync(join(folder, `${fileNameOf(name)}.ts`), applicationOf(steps))
}
writeFileSync(
  join(folder, "tsconfig.json"),
  JSON.stringify({ extends: "../../tsconfig.json", include: ["*.ts"], compilerOptions: { types: ["node"] } })
)

describe("what is made of recordings", () => {
  it("type-checks with the strict settings", { timeout: 300_000 }, async () => {
    expect(await outputOf(inModule("typescript", "bin/tsc"), "-p", folder)).toBe("")
  })

  it("is formatted", { timeout: 60_000 }, async () => {
    const configuration = fileURLToPath(new URL("../../../../.oxfmtrc.json", import.meta.url))
    const oxfmt = join(packageFolder, "../../node_modules/oxfmt/bin/oxfmt")
    const files = names.flatMap((name) => [`${fileNameOf(name)}.ts`, `${fileNameOf(name)}.test.ts`])
    const paths = files.map((file) => join(folder, file))
    expect(await outputOf(oxfmt, "--list-different", "--config", configuration, ...paths)).toBe("")
  })
})

describe("a recording as a test", () => {
  let outcomes: ReadonlyMap<string, string> = new Map()

  beforeAll(async () => {
    const report = join(folder, "report.json")
    // As in the vitest.config.ts of the repository: a limit for tests that hang.
    const options = [
      "--no-isolate",
      "--maxWorkers=1",
      "--testTimeout=300000",
      "--reporter=json",
      "--outputFile",
      report
    ]
    await outputOf(inModule("vitest", "vitest.mjs"), "run", "--root", folder, ...options)
    // Boundary: vitest's own report.
    const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report
    outcomes = new Map(
      testResults.map(({ name, message, assertionResults }) => [
        name.split("/").at(-1) ?? "",
        [message, ...assertionResults.flatMap(({ status, failureMessages }) => [status, ...failureMessages])]
          .filter((line) => line !== "")
          .join("\n")
      ])
    )
  }, 600_000)

  it.each(names)("repeats %s", (name) => {
    expect(outcomes.get(`${fileNameOf(name)}.test.ts`)).toBe("passed")
  })
})

describe("a recording as application code", () => {
  beforeAll(() => {
    vi.useFakeTimers()
    vi.setTimerTickMode("nextTimerAsync")
  })
  afterAll(() => void vi.useRealTimers())

  it.each(names)("does what was done in %s", { timeout: 60_000 }, async (name) => {
    // Boundary: what was just written.
    const { runApplication } = (await import(join(folder, `${fileNameOf(name)}.ts`))) as {
      readonly runApplication: RunApplication
    }
    const steps = recordings[name] ?? []
    const words = wordsOf(steps)
    const shown = await runInScenario(runApplication, steps)
    expect(shown.slice(0, words.length)).toEqual(words)
  })
})
