import { runSimulatorCommand, whenParentEnds, type SimulatorExitCode } from "@tve-pass/testing/server"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { CommandEnded } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { packageVersion } from "../package-version.ts"
import { optional, toggle } from "../root.ts"

export const simulator = Command.make(
  "simulator",
  {
    port: Flag.Int("port").pipe(
      Flag.withMetavar("NUMBER"),
      Flag.withDescription("port to listen on; 0 takes any free one (default 4010)"),
      Flag.withDefault(4010),
      Flag.filter(
        (port) => port >= 0 && port <= 65_535,
        (port) => `Expected a number from 0 to 65535, not ${port}`
      )
    ),
    host: optional("host", "ADDRESS", "address to listen on (default 127.0.0.1: this machine only)"),
    scenario: optional("scenario", "NAME", "start in a situation that viewers meet"),
    listScenarios: toggle("list-scenarios", "print the scenarios and what happens in them"),
    noThrottle: toggle("no-throttle", "admit any number of requests"),
    strict: toggle("strict", "refuse what the real server ignores"),
    readings: optional("readings", "FILE", "JSON with other readings of points on which the documentation is silent"),
    journal: optional("journal", "FILE", "append each call to a file, one line of JSON a call"),
    exitWithStdin: toggle("exit-with-stdin", "stop when standard input ends, and so with the program that started it")
  },
  Effect.fnUntraced(function* (options) {
    const { streams, variables } = yield* Host
    const { json } = yield* Output
    const exitCode = yield* Effect.callback<SimulatorExitCode>((resume, signal) => {
      const stop = new AbortController()
      signal.addEventListener("abort", () => stop.abort(), { once: true })
      // `npx` sends SIGTERM to a shell, which ends without forwarding it.
      if (variables["npm_command"] !== undefined) whenParentEnds(() => stop.abort())
      const ended = runSimulatorCommand(argumentsOf({ ...options, json }), {
        ...streams,
        signal: stop.signal,
        program: "tve-pass simulator",
        version: packageVersion()
      })
      void ended.then((code) => resume(Effect.succeed(code)))
      // Waits until an interrupted server has closed.
      return Effect.promise(() => ended)
    })
    if (exitCode !== 0) return yield* new CommandEnded({ ending: exitCode === 2 ? "usage" : "failed" })
  })
).pipe(
  Command.withDescription(
    "Serves a simulated Adobe Pass on this machine until it is stopped, the same as tve-pass-simulator of @tve-pass/testing. Programs control it over HTTP, below /simulator/."
  ),
  Command.withShortDescription("serve a simulated Adobe Pass"),
  Command.withExamples([
    { command: "tve-pass simulator --port 4010" },
    { command: "tve-pass simulator --scenario second-screen --json" }
  ])
)

/** Converts the flags to the command line of the simulator. */
const argumentsOf = (flags: Readonly<Record<string, string | number | boolean | undefined>>): ReadonlyArray<string> =>
  Object.entries(flags).flatMap(([name, value]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    if (value === undefined || value === false) return []
    return value === true ? [flag] : [flag, String(value)]
  })
