import { parseArgs } from "node:util"

export const usage = `Usage: tve-pass-playground [options]

Opens a page with a television, a phone and everything that goes over the wire, against a simulated Adobe Pass.
Runs until it is stopped (Ctrl+C).

  --port <number>     port to listen on; 0 takes any free one (default 4020)
  --host <address>    address to listen on (default 127.0.0.1: this machine only);
                      0.0.0.0 lets a real phone or television of your network take part
  --scenario <name>   start in a situation that viewers meet (default first-launch)
  --list-scenarios    print the scenarios and what happens in them
  --json              print one line of JSON instead of prose
  --help              print this
  --version           print the version
`

/** The parsed command line. */
export type CommandLine =
  | {
      readonly _tag: "Serve"
      readonly port: number
      readonly host: string
      readonly scenario: string | undefined
      readonly json: boolean
    }
  | { readonly _tag: "ListScenarios"; readonly json: boolean }
  | { readonly _tag: "Help" }
  | { readonly _tag: "Version" }
  /** An invalid command line; `reason` is one line. */
  | { readonly _tag: "Misuse"; readonly reason: string }

const options = {
  port: { type: "string", default: "4020" },
  host: { type: "string", default: "127.0.0.1" },
  scenario: { type: "string" },
  "list-scenarios": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false }
} as const

/** Reads the arguments after the name of the command. */
export const readCommandLine = (args: ReadonlyArray<string>): CommandLine => {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true })
    const { port, host, scenario, json } = values
    if (values.help) return { _tag: "Help" }
    if (values.version) return { _tag: "Version" }
    if (values["list-scenarios"]) return { _tag: "ListScenarios", json }
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      return { _tag: "Misuse", reason: `--port takes a number from 0 to 65535, not "${port}"` }
    }
    if (host === "") return { _tag: "Misuse", reason: "--host takes an address to listen on" }
    return { _tag: "Serve", port: Number(port), host, scenario, json }
  } catch (failure) {
    // Node adds a second sentence about positional arguments, which this command does not take.
    return { _tag: "Misuse", reason: String(failure instanceof Error ? failure.message : failure).split(". ")[0] ?? "" }
  }
}
