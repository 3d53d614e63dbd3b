import { findScenario, scenarios } from "@tve-pass/testing/scenarios"
import { readFileSync } from "node:fs"
import { readCommandLine, usage, type CommandLine } from "./command-line.ts"
import { exposureWarning } from "./exposure-warning.ts"
import { startPlaygroundServer } from "./playground-server.ts"

/** The environment of the command. */
export interface CommandEnvironment {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  /** Stops the server when it aborts. */
  readonly signal: AbortSignal
  /** Folder of the built pages. */
  readonly pageFolder: string
}

/** Runs `tve-pass-playground`. Resolves to its exit code: 1 if it could not run, 2 if the command line is wrong. */
export const runPlaygroundCommand = async (
  args: ReadonlyArray<string>,
  environment: CommandEnvironment
): Promise<0 | 1 | 2> => {
  const command = readCommandLine(args)
  const { stdout, stderr } = environment
  const fail = (reason: string) => stderr.write(`tve-pass-playground: ${reason}\n`)
  switch (command._tag) {
    case "Misuse":
      fail(`${command.reason}. Try --help.`)
      return 2
    case "Help":
      stdout.write(usage)
      return 0
    case "Version":
      stdout.write(`${packageVersion()}\n`)
      return 0
    case "ListScenarios":
      stdout.write(scenarioList(command.json))
      return 0
    case "Serve":
      if (command.scenario !== undefined && findScenario(command.scenario) === undefined) {
        fail(`unknown scenario "${command.scenario}". Try --list-scenarios.`)
        return 2
      }
      try {
        await serve(command, environment)
        return 0
      } catch (failure) {
        fail(`cannot listen on ${command.host} port ${command.port}: ${reasonOf(failure)}`)
        return 1
      }
  }
}

const serve = async (
  { port, host, scenario, json }: Extract<CommandLine, { readonly _tag: "Serve" }>,
  { stdout, stderr, signal, pageFolder }: CommandEnvironment
): Promise<void> => {
  const server = await startPlaygroundServer({
    port,
    host,
    pageFolder,
    ...(scenario === undefined ? {} : { scenario })
  })
  const warning = exposureWarning(host)
  if (warning !== undefined) stderr.write(`${warning}\n`)
  stdout.write(json ? `${JSON.stringify({ origin: server.origin })}\n` : `The playground: ${server.origin}/\n`)
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener("abort", () => resolve(), { once: true })
  })
  await server.close()
}

const scenarioList = (json: boolean): string => {
  const all = Object.values(scenarios).map(({ name, description }) => ({ name, description }))
  return json ? `${JSON.stringify(all)}\n` : all.map(({ name, description }) => `${name}\n  ${description}\n`).join("")
}

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

const packageVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : ""
}
