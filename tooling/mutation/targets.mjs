/**
 * What is mutated, the tests that have to notice, and the floor of the score. Raise a floor when the score has risen; never
 * lower it.
 */
export const targets = {
  /** Small enough for every run of CI. */
  sample: {
    mutate: ["packages/client/src/response/retry-after.ts"],
    tests: ["packages/client/src/{failure,response}/**/*.test.ts"],
    floor: 80
  },
  client: {
    mutate: ["packages/client/src/**/*.ts"],
    tests: ["packages/client/{src,test}/**/*.test.ts"],
    floor: 60
  },
  auth: {
    mutate: ["packages/auth/src/**/*.ts"],
    tests: ["packages/auth/src/**/*.test.ts", "packages/auth/test/{errors,flow,journeys,observation}/**/*.test.ts"],
    floor: 60
  },
  testing: {
    mutate: ["packages/testing/src/**/*.ts"],
    tests: [
      "packages/testing/src/**/*.test.ts",
      "packages/testing/test/{checks,faults,journal,login-page,operations}/**/*.test.ts"
    ],
    floor: 60
  }
}

const name = process.env["MUTATION_TARGET"] ?? "sample"

/** The target of this run. */
export const target = targets[name]
if (target === undefined) {
  throw new Error(`MUTATION_TARGET is "${name}". The targets are ${Object.keys(targets).join(", ")}.`)
}
