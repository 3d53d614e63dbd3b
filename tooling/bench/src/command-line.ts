import { parseArgs } from "node:util"

export interface CommandLine {
  /** Names of measurements; none: all of them. */
  readonly only: ReadonlyArray<string>
  readonly quick: boolean
  readonly json: boolean
  readonly output: string | undefined
  readonly updateReadme: boolean
  readonly help: boolean
}

/** Throws with what is wrong in one line. */
export const parseCommandLine = (args: ReadonlyArray<string>, names: ReadonlyArray<string>): CommandLine => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true, default: [] },
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      output: { type: "string" },
      "update-readme": { type: "boolean", default: false },
      help: { type: "boolean", default: false }
    }
  })
  const unknown = values.only.filter((name) => !names.includes(name))
  if (unknown.length > 0)
    throw new Error(`No measurement is called ${unknown.join(", ")}; there are ${names.join(", ")}`)
  return {
    only: values.only,
    quick: values.quick,
    json: values.json,
    output: values.output,
    updateReadme: values["update-readme"],
    help: values.help
  }
}

export const helpText = (
  names: ReadonlyArray<string>
): string => `Measures tve-pass beside what applications otherwise use.

    pnpm bench [options]

  --only <name>      one measurement; can be repeated. Writes results only to --output.
  --quick            a few rounds, to try it; the numbers do not count. Writes results only to --output.
  --json             print the JSON instead of the table
  --output <file>    where the JSON is written (default: tooling/bench/results.json)
  --update-readme    measure nothing; write the table of the last results into README.md
  --help             this text

Measurements: ${names.join(", ")}
`
