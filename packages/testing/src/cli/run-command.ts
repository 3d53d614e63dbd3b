import { createControlApi } from "../control-api/control-api.ts"
import { findScenario, type Scenario } from "../scenarios/index.ts"
import { startSimulatorServer } from "../server/simulator-server.ts"
import {
  createSimulatorCore,
  exampleSoftwareStatement,
  type JournalCall,
  type SimulatorOptions
} from "../simulator/index.ts"
import { announcementJson, announcementText, type Announcement, type ScenarioAnnouncement } from "./announcement.ts"
import { callLine } from "./call-line.ts"
import { readCommandLine, usage, type Command } from "./command-line.ts"
import { openJournalFile } from "./journal-file.ts"
import { packageVersion } from "./package-version.ts"
import { readReadingsFile } from "./readings-file.ts"
import { scenarioListJson, scenarioListText, scenarioNames } from "./scenario-list.ts"

/** The part of a readable stream of Node that the command uses. */
export interface CommandInput {
  once(event: "end" | "error", listener: () => void): unknown
  resume(): unknown
}

/** The part of a writable stream of Node that the command uses. */
export interface CommandOutput {
  write(text: string): unknown
  on(event: "error", listener: () => void): unknown
}

/** The environment of the command: its streams, its signal and its name. */
export interface SimulatorCommandEnvironment {
  readonly stdin: CommandInput
  readonly stdout: CommandOutput
  readonly stderr: CommandOutput
  /** Stops the server when it aborts. */
  readonly signal: AbortSignal
  /** Name in messages. Default `tve-pass-simulator`. */
  readonly program?: string
  /** Default: the version of `@tve-pass/testing`. */
  readonly version?: string
}

/** 0 after success, 1 if the server could not run, 2 if the command line is invalid. */
export type SimulatorExitCode = 0 | 1 | 2

/**
 * Runs `tve-pass-simulator` with the arguments after its name, and resolves to its exit code when it has stopped. It
 * stops when the signal aborts, when the reader of its output closes, or, with `--exit-with-stdin`, when its standard
 * input ends.
 *
 * @example
 * ```ts
 * const stop = new AbortController()
 * const { stdin, stdout, stderr } = process
 * process.exitCode = await runSimulatorCommand(["--port", "0"], { stdin, stdout, stderr, signal: stop.signal })
 * ```
 */
export const runSimulatorCommand = async (
  args: ReadonlyArray<string>,
  environment: SimulatorCommandEnvironment
): Promise<SimulatorExitCode> => {
  const command = readCommandLine(args)
  const { stdout } = environment
  switch (command._tag) {
    case "Misuse":
      return misuse(command.reason, environment)
    case "Help":
      stdout.write(usage(programOf(environment)))
      return 0
    case "Version":
      stdout.write(`${environment.version ?? packageVersion()}\n`)
      return 0
    case "ListScenarios":
      stdout.write(command.json ? scenarioListJson() : scenarioListText())
      return 0
    case "Serve":
      return serve(command, environment)
  }
}

type Serve = Extract<Command, { readonly _tag: "Serve" }>

const programOf = ({ program = "tve-pass-simulator" }: SimulatorCommandEnvironment): string => program

const fail = (reason: string, environment: SimulatorCommandEnvironment): void =>
  void environment.stderr.write(`${programOf(environment)}: ${reason}\n`)

const misuse = (reason: string, environment: SimulatorCommandEnvironment): SimulatorExitCode => {
  fail(`${reason}. Try --help.`, environment)
  return 2
}

const serve = async (command: Serve, environment: SimulatorCommandEnvironment): Promise<SimulatorExitCode> => {
  const scenario = command.scenario === undefined ? undefined : findScenario(command.scenario)
  if (command.scenario !== undefined && scenario === undefined) {
    return misuse(`Unknown scenario '${command.scenario}'; there are: ${scenarioNames().join(", ")}`, environment)
  }
  try {
    return await serveSimulator(command, scenario, environment)
  } catch (failure) {
    fail(failure instanceof Error ? failure.message : String(failure), environment)
    return 1
  }
}

const serveSimulator = async (
  command: Serve,
  scenario: Scenario | undefined,
  environment: SimulatorCommandEnvironment
): Promise<SimulatorExitCode> => {
  const options = optionsOf(command, scenario)
  const journalFile = command.journal === undefined ? undefined : openJournalFile(command.journal)
  const show = (call: JournalCall) => {
    if (!command.json) environment.stdout.write(callLine(call))
    journalFile?.write(call)
  }
  const isShown = !command.json || journalFile !== undefined
  const control = createControlApi(() => {
    const simulator = createSimulatorCore(options)
    if (isShown) simulator.journal.onCall(show)
    return simulator
  })
  const { host, port } = command
  const server = await startSimulatorServer({ simulator: control.simulator, control, host, port }).catch(
    (failure: unknown) => {
      throw new Error(`Failed to listen on ${host} port ${port}: ${reasonOf(failure)}`, { cause: failure })
    }
  )
  const announcement: Announcement = {
    origin: server.origin,
    version: environment.version ?? packageVersion(),
    softwareStatement: exampleSoftwareStatement,
    serviceProvider: "REF30",
    mvpd: "Cablevision",
    ...(scenario !== undefined && { scenario: announced(scenario) })
  }
  const stopped = untilStopped(command, environment)
  environment.stdout.write(command.json ? announcementJson(announcement) : announcementText(announcement))
  await stopped
  await server.close()
  journalFile?.close()
  return 0
}

/** The devices and pages of one machine share its address, so by default each device has a separate bucket. */
const optionsOf = (command: Serve, scenario: Scenario | undefined): SimulatorOptions => ({
  throttle: { countBy: "device" },
  ...scenario,
  ...(command.throttled ? {} : { throttle: false }),
  ...(command.strict ? { strict: true } : {}),
  ...(command.readings === undefined ? {} : { readings: readReadingsFile(command.readings) })
})

/**
 * Resolves when the signal aborts, when the reader of the output closes, or, with `--exit-with-stdin`, when standard
 * input ends.
 */
const untilStopped = (command: Serve, { stdin, stdout, signal }: SimulatorCommandEnvironment): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener("abort", () => resolve(), { once: true })
    // EPIPE: `tve-pass-simulator | head -1`.
    stdout.on("error", () => resolve())
    if (command.exitWithStdin) {
      stdin.once("end", resolve)
      stdin.once("error", resolve)
      stdin.resume()
    }
  })

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use. Stop what listens there, or choose another with --port.",
  EACCES: "this user may not listen there. Choose a port above 1023 with --port.",
  EADDRNOTAVAIL: "this machine has no such address. Choose one of its own with --host.",
  ENOTFOUND: "no such host. Choose an address of this machine with --host."
}

const reasonOf = (failure: unknown): string => {
  const code = failure instanceof Error && "code" in failure ? String(failure.code) : ""
  return reasons[code] ?? String(failure)
}

const announced = ({ name, description, remembered }: Scenario): ScenarioAnnouncement => ({
  name,
  description,
  ...(remembered !== undefined && { remembered })
})
