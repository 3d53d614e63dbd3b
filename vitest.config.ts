import { existsSync, globSync, readFileSync } from "node:fs"
import { enableCompileCache } from "node:module"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { isolatedInAuth } from "./packages/auth/isolated-tests.ts"
import { BaseSequencer, type TestSpecification } from "vitest/node"

const here = import.meta.dirname
const folders = globSync(
  ["packages/*", "tooling/{chromium,codegen,docs,packaging,repository}", "specs", "website", "examples/*"].map(
    (pattern) => `${pattern}/package.json`
  ),
  { cwd: here }
).map((manifest) => join(here, manifest, ".."))

// This process, the workers and the programs that tests start load the same modules: each is compiled once.
process.env["NODE_COMPILE_CACHE"] ??= join(here, "node_modules/.cache/compiled")
enableCompileCache(process.env["NODE_COMPILE_CACHE"])

/** Applies to the tests of every package. Projects do not inherit the settings of the root. */
const everywhere = {
  // A busy machine must not fail a test: each waits for a condition, and these limits end those that hang.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // .ci/count-tests.mjs names every test that needed its second attempt.
  expect: { poll: { timeout: 60_000 } },
  retry: process.env["CI"] === undefined ? 0 : 1,
  // One more than processors: many files wait for a server's clock or for a process that they started.
  maxWorkers: availableParallelism() + 1
}

/** The files of auth that replace modules or timers before they import. See packages/auth/vitest.config.ts. */
const authIsolated = <P extends { readonly root: string; readonly test: object }>({ root, test }: P) => ({
  root,
  test: { ...test, name: "@tve-pass/auth, isolated", include: isolatedInAuth }
})

/** The files that take longest, which start first: at the end they would run alone. */
const longest = [
  "playground/test/journeys/journeys",
  "website/test/site/site",
  "packaging/test/type-check",
  "auth/test/histories/random-histories",
  "redis/test/many-servers",
  "repository/test/release",
  "docs/test/pages",
  "packaging/test/runtimes",
  "quickstart/test/demo",
  "redis/test/outages",
  "docs/test/api-reference",
  "packaging/test/imports",
  "entitlement/test/histories/random-histories",
  "sql-store/test/sql-store",
  "packaging/test/changing-a-spec",
  "playground/test/recording/outputs",
  "codegen/src/specs-diff/spec-changes",
  "auth/test/processes/standalone-server",
  "packaging/test/package-quality",
  "codegen/src/specs-diff/command",
  "testing/test/login-page/chromium",
  "playground/test/browser/static-edition",
  "cli/test/processes/bundle",
  "auth/test/browser/tabs",
  "auth/test/processes/one-registration",
  "entitlement/test/browser/tabs",
  "packaging/test/consumers/browsers",
  "packaging/test/consumers/specs",
  "cli/test/processes/terminal",
  "server/test/process",
  "testing/test/cli/options",
  "auth/test/processes/killed-while-writing"
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = longest.findIndex((path) => moduleId.endsWith(`${path}.test.ts`))
  return rank === -1 ? longest.length : rank
}

class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other))
  }
}

export default defineConfig({
  test: {
    ...everywhere,
    projects: folders.flatMap((root) => {
      const config = join(root, "vitest.config.ts")
      // Boundary: a manifest of this repository.
      const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly name: string }
      const project = { ...(existsSync(config) ? { extends: config } : {}), root, test: { name, ...everywhere } }
      return name === "@tve-pass/auth" ? [project, authIsolated(project)] : [project]
    }),
    sequence: { sequencer: LongestFirst },
    reporters: ["default", ["json", { outputFile: ".vitest/report.json" }]]
  }
})
