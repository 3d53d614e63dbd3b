import { findScenario, type Scenario } from "../scenarios/index.ts"
import { startSimulatorServer } from "../server/index.ts"
import { createSimulatorCore, exampleSoftwareStatement } from "../simulator/index.ts"
import { announcementJson, announcementText, type Announcement, type ScenarioAnnouncement } from "./announcement.ts"
import { callLine } from "./call-line.ts"
import { readCommandLine, usage, type Command } from "./command-line.ts"
import { packageVersion } from "./package-version.ts"
import { scenarioListJson, scenarioListText, scenarioNames } from "./scenario-list.ts"

/** The process around the command. */
export interface CommandEnvironment {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
  /** Resolves when the process has to stop. */
  readonly stopped: Promise<void>
}

/** 0 when all went well, 1 when the server could not run, 2 when the command line makes no sense. */
export type ExitCode = 0 | 1 | 2

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

const misuse = (reason: string, { writeError }: CommandEnvironment): ExitCode => {
  writeError(`tve-pass-simulator: ${reason}. Try --help.\n`)
  return 2
}

const serve = async (
  { host, port, json, scenario: name }: Extract<Command, { readonly _tag: "Serve" }>,
  environment: CommandEnvironment
): Promise<ExitCode> => {
  const scenario = name === undefined ? undefined : findScenario(name)
  if (name !== undefined && scenario === undefined) {
    return misuse(`Unknown scenario '${name}'; there are: ${scenarioNames().join(", ")}`, environment)
  }
  const simulator = createSimulatorCore(scenario)
  if (!json) simulator.journal.onCall((call) => environment.write(callLine(call)))
  try {
    const server = await startSimulatorServer({ simulator, host, port })
    const announcement: Announcement = {
      origin: server.origin,
      version: packageVersion(),
      softwareStatement: exampleSoftwareStatement,
      serviceProvider: "REF30",
      mvpd: "Cablevision",
      ...(scenario !== undefined && { scenario: announced(scenario) })
    }
    environment.write(json ? announcementJson(announcement) : announcementText(announcement))
    await environment.stopped
    await server.close()
    return 0
  } catch (failure) {
    environment.writeError(`tve-pass-simulator: Failed to listen on ${host} port ${port}: ${reasonOf(failure)}\n`)
    return 1
  }
}

const announced = ({ name, description, remembered }: Scenario): ScenarioAnnouncement => ({
  name,
  description,
  ...(remembered !== undefined && { remembered })
})

/** Runs `tve-pass-simulator` with the arguments after its name. */
export const runCommand = async (args: ReadonlyArray<string>, environment: CommandEnvironment): Promise<ExitCode> => {
  const command = readCommandLine(args)
  switch (command._tag) {
    case "Misuse":
      return misuse(command.reason, environment)
    case "Help":
      environment.write(usage)
      return 0
    case "Version":
      environment.write(`${packageVersion()}\n`)
      return 0
    case "ListScenarios":
      environment.write(command.json ? scenarioListJson() : scenarioListText())
      return 0
    case "Serve":
      return serve(command, environment)
  }
}
