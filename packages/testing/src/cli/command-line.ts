import { parseArgs } from "node:util"

export const usage = `Usage: tve-pass-simulator [options]

Runs a simulated Adobe Pass Authentication until it is stopped (Ctrl+C).

  --port <number>     port to listen on; 0 takes any free one (default 4010)
  --host <address>    address to listen on (default 127.0.0.1: this machine only)
  --scenario <name>   start in a situation that viewers meet
  --list-scenarios    print the scenarios and what happens in them
  --json              print one line of JSON instead of text
  --help              print this text
  --version           print the version
`

/** What the command line asks for. */
export type Command =
  | {
      readonly _tag: "Serve"
      readonly port: number
      readonly host: string
      readonly scenario?: string
      readonly json: boolean
    }
  | { readonly _tag: "ListScenarios"; readonly json: boolean }
  | { readonly _tag: "Help" }
  | { readonly _tag: "Version" }
  /** One line that says what is wrong. */
  | { readonly _tag: "Misuse"; readonly reason: string }

const options = {
  port: { type: "string" },
  host: { type: "string" },
  scenario: { type: "string" },
  "list-scenarios": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" }
} as const

const parse = (args: ReadonlyArray<string>) => parseArgs({ args: [...args], options, strict: true })

/** Node adds a second sentence about positional arguments, which this command does not take. */
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
    ...(values.scenario !== undefined && { scenario: values.scenario })
  }
}
