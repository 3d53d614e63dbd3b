import { existsSync, globSync, readFileSync } from "node:fs"
import { enableCompileCache } from "node:module"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { isolatedInAuth } from "./packages/auth/isolated-tests.ts"
import { BaseSequencer, type TestSpecification } from "vitest/node"

const here = import.meta.dirname
const folders = globSync(
  ["packages/*", "tooling/{codegen,docs,packaging,repository}", "specs", "website", "examples/*"].map(
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
  "redis/test/many-servers",
  "packaging/test/type-check",
  "repository/test/release",
  "docs/test/pages",
  "packaging/test/runtimes",
  "redis/test/outages",
  "redis/test/clients",
  "auth/test/histories/random-histories",
  "packaging/test/consumers/typescript",
  "packaging/test/tree-shaking",
  "auth/test/processes/one-registration",
  "auth/test/processes/standalone-server",
  "auth/test/browser/tabs",
  "entitlement/test/browser/tabs",
  "quickstart/test/demo",
  "packaging/test/changing-a-spec",
  "docs/test/api-reference",
  "packaging/test/package-quality",
  "auth/test/processes/killed-while-writing",
  "cli/test/processes/terminal",
  "cli/test/processes/bundle"
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
