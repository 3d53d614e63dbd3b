import { availableParallelism } from "node:os"
import { target } from "./targets.mjs"

/** @type {import("@stryker-mutator/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tooling/mutation/vitest.config.ts", related: false },
  mutate: [...target.mutate, "!**/*.test.ts", "!**/*.test-d.ts", "!**/generated/**"],
  // Tests read files of the whole repository, such as protocol pages: a copy of one package would not do.
  inPlace: true,
  // It would write every source again, and lose file modes. Vitest checks no types.
  disableTypeChecks: false,
  coverageAnalysis: "perTest",
  // Nothing else runs at the same time.
  concurrency: availableParallelism(),
  // What runs once, while a module loads, would need a new process for each mutant.
  ignoreStatic: true,
  thresholds: { high: 90, low: 70, break: target.floor },
  reporters: ["clear-text"],
  clearTextReporter: { allowColor: false, reportTests: false, skipFull: true }
}
