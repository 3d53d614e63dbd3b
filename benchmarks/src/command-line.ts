import { parseArgs } from "node:util"

export interface CommandLine {
  /** Names of measurements; none: all of them. */
  readonly only: ReadonlyArray<string>
  readonly quick: boolean
  readonly json: boolean
  readonly output: string | undefined
  readonly updatePage: boolean
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
      "update-page": { type: "boolean", default: false },
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
    updatePage: values["update-page"],
    help: values.help
  }
}

export const helpText = (
  names: ReadonlyArray<string>
): string => `Measures tve-pass and the libraries that applications usually use instead.

    pnpm bench [options]

  --only <name>      runs one measurement; repeatable. Writes results only to --output.
  --quick            a few rounds, as a trial; the numbers are not reliable. Writes results only to --output.
  --json             prints JSON instead of the tables
  --output <file>    the file that the JSON is written to (default: benchmarks/results.json)
  --update-page      measure nothing; write the tables of the last results into docs/benchmarks.md
  --help             prints this help

Measurements: ${names.join(", ")}
`
