import { scenarios } from "@tve-pass/testing"

/** Each scenario says in a sentence what happens in it; its `setup` is how the simulator gets there. */
export const undocumentedScenarios = (): ReadonlyArray<string> =>
  Object.entries(scenarios)
    .filter(([, scenario]) => "setup" in scenario)
    .map(([name]) => `@tve-pass/testing.scenarios.__type.${name}.__type.setup`)
