import { parseArgs } from "node:util"

export interface CommandLine {
  /** Names of measurements; empty for all. */
  readonly only: ReadonlyArray<string>
  readonly quick: boolean
  readonly json: boolean
  readonly output: string | undefined
  readonly updatePage: boolean
  readonly help: boolean
}

/** Throws an error of one line. */
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
  if (unknown.length > 0) {
    throw new Error(`No measurement is called ${unknown.join(", ")}; there are ${names.join(", ")}`)
  }
  const { "update-page": updatePage, output, ...others } = values
  return { ...others, output, updatePage }
}

export const helpText = (names: ReadonlyArray<string>): string => `Compares tve-pass with other libraries.

    pnpm bench [options]

  --only <name>      runs one measurement; repeatable. Writes results only to --output.
  --quick            runs a few rounds, to try the program; the numbers mean nothing. Writes results only to --output.
  --json             prints JSON instead of the tables
  --output <file>    file for the JSON (default: benchmarks/results.json)
  --update-page      measures nothing; writes the last results into docs/benchmarks.md and README.md
  --help             prints this help

Measurements: ${names.join(", ")}
`
