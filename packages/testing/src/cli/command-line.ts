import { parseArgs } from "node:util"

export const usage = (program: string): string => `Usage: ${program} [options]

Runs a simulated Adobe Pass Authentication until it is stopped (Ctrl+C).

  --port <number>     port to listen on; 0 takes any free one (default 4010)
  --host <address>    address to listen on (default 127.0.0.1: this machine only)
  --scenario <name>   start in a situation that viewers meet
  --list-scenarios    print the scenarios and what happens in them
  --no-throttle       admit any number of requests
  --strict            refuse what the real server ignores
  --readings <file>   JSON with other readings of points on which the documentation is silent
  --journal <file>    append each call to a file, one line of JSON a call
  --exit-with-stdin   stop when standard input ends, and so with the program that started it
  --json              print one line of JSON instead of prose
  --help              print this
  --version           print the version
`

/** The parsed command line. */
export type Command =
  | {
      readonly _tag: "Serve"
      readonly port: number
      readonly host: string
      readonly scenario?: string
      readonly json: boolean
      readonly throttled: boolean
      readonly strict: boolean
      /** Paths of the files of `--readings` and `--journal`. */
      readonly readings?: string
      readonly journal?: string
      readonly exitWithStdin: boolean
    }
  | { readonly _tag: "ListScenarios"; readonly json: boolean }
  | { readonly _tag: "Help" }
  | { readonly _tag: "Version" }
  /** An invalid command line; `reason` is one line. */
  | { readonly _tag: "Misuse"; readonly reason: string }

const options = {
  port: { type: "string" },
  host: { type: "string" },
  scenario: { type: "string" },
  "list-scenarios": { type: "boolean" },
  "no-throttle": { type: "boolean" },
  strict: { type: "boolean" },
  readings: { type: "string" },
  journal: { type: "string" },
  "exit-with-stdin": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" }
} as const

const parse = (args: ReadonlyArray<string>) => parseArgs({ args: [...args], options, strict: true })

/** Node adds a second sentence about positional arguments, which this command does not accept. */
const firstSentence = (message: string): string => message.split(". ")[0] ?? message

export const readCommandLine = (args: ReadonlyArray<string>): Command => {
  let values: ReturnType<typeof parse>["values"]
  try {
    values = parse(args).values
  } catch (failure) {
    return { _tag: "Misuse", reason: firstSentence(failure instanceof Error ? failure.message : String(failure)) }
  }
  if (values.help === true) return { _tag: "Help" }
  if (values.version === true) return { _tag: "Version" }
  const json = values.json ?? false
  if (values["list-scenarios"] === true) return { _tag: "ListScenarios", json }
  const port = values.port ?? "4010"
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { _tag: "Misuse", reason: `--port takes a number from 0 to 65535, not "${port}"` }
  }
  const host = values.host ?? "127.0.0.1"
  if (host === "") return { _tag: "Misuse", reason: "--host takes an address to listen on" }
  return {
    _tag: "Serve",
    port: Number(port),
    host,
    json,
    throttled: values["no-throttle"] !== true,
    strict: values.strict ?? false,
    exitWithStdin: values["exit-with-stdin"] ?? false,
    ...(values.scenario !== undefined && { scenario: values.scenario }),
    ...(values.readings !== undefined && { readings: values.readings }),
    ...(values.journal !== undefined && { journal: values.journal })
  }
}
