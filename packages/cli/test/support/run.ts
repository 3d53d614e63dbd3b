import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable, Writable } from "node:stream"
import { createSimulatorCore, exampleSoftwareStatement, type SimulatorCore } from "@tve-pass/testing/simulator"
import { expect, onTestFinished } from "vitest"
import type { Host, HostStream } from "../../src/host/host.ts"
import { runCommandLine } from "../../src/run-command-line.ts"

/** What a run of the command left behind. */
export interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** How a test changes the process around the command. */
export interface RunOptions {
  /** Added to the variables of the desk; `undefined` removes one. */
  readonly variables?: Readonly<Record<string, string | undefined>>
  /** Columns of stdout and stderr as terminals; absent: pipes. */
  readonly columns?: number
  readonly rows?: number
  /** Standard input; absent: nothing, or the keyboard where there is a terminal. */
  readonly stdin?: string
  /** What a person types when asked. */
  readonly reply?: string
  /** Interrupts the command, as Ctrl-C does, once its output contains this. */
  readonly interruptAt?: string
  /** Called with the code before each poll reaches the simulator. */
  readonly onPoll?: (code: string) => void
  /** Interrupts the command once the simulator has received so many requests. */
  readonly interruptAtRequest?: number
  /** Called for each piece of output. */
  readonly onOutput?: (text: string) => void
  /** For the commands that print what others must not: `token --show`, and the simulator's example statement. */
  readonly reveals?: boolean
}

/** A folder, a simulator and a store for the commands of one test. */
export interface Desk {
  readonly simulator: SimulatorCore
  readonly directory: string
  readonly store: string
  readonly run: (args: string, options?: RunOptions) => Promise<Run>
  /** Commands that were run, with what they got on standard input. */
  readonly executed: ReadonlyArray<{ readonly command: string; readonly input: string }>
  /** Addresses that were opened in a browser. */
  readonly opened: ReadonlyArray<string>
}

/** A part of the statement that must not occur in any output. */
const statementCanary = exampleSoftwareStatement.split(".")[2] ?? ""

/**
 * Makes a desk. Every run asserts that no secret that went over the wire, and no part of the statement, is in its output.
 */
export const makeDesk = async (simulator: SimulatorCore = createSimulatorCore()): Promise<Desk> => {
  const directory = await mkdtemp(join(tmpdir(), "tve-pass-cli-"))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const store = join(directory, "store")
  const secrets = new Set([statementCanary])
  const opened: Array<string> = []
  const executed: Array<{ readonly command: string; readonly input: string }> = []
  const desk: Desk = {
    simulator,
    directory,
    store,
    opened,
    executed,
    run: async (args, options = {}) => {
      const output = { stdout: "", stderr: "" }
      const interruption = new AbortController()
      const { interruptAt, onOutput } = options
      let requests = 0
      const stream = (name: "stdout" | "stderr"): HostStream => ({
        isTerminal: options.columns !== undefined,
        columns: options.columns,
        rows: options.columns === undefined ? undefined : (options.rows ?? 24),
        write: (text) => {
          output[name] += text
          onOutput?.(text)
          if (interruptAt !== undefined && output[name].includes(interruptAt)) interruption.abort()
        }
      })
      const host: Host = {
        directory,
        variables: {
          ADOBE_PASS_ORIGIN: simulator.origin,
          ADOBE_PASS_SOFTWARE_STATEMENT: exampleSoftwareStatement,
          ADOBE_PASS_SERVICE_PROVIDER: "REF30",
          ADOBE_PASS_STORE: store,
          ADOBE_PASS_DEVICE: deviceIdentifier,
          ...options.variables
        },
        stdin: {
          isTerminal: options.columns !== undefined && options.stdin === undefined,
          read: async () => options.stdin ?? "",
          ask: async (question) => {
            output.stderr += question
            return options.reply ?? ""
          }
        },
        stdout: stream("stdout"),
        stderr: stream("stderr"),
        fetch: async (input, init) => {
          requests += 1
          const polled = /\/profiles\/code\/([^/?]+)/.exec(input instanceof Request ? input.url : String(input))?.[1]
          if (polled !== undefined) options.onPoll?.(polled)
          const response = recording(simulator, secrets)(input, init)
          if (requests === options.interruptAtRequest) interruption.abort()
          return response
        },
        openAddress: async (address) => {
          opened.push(address)
        },
        certificateEnd: async () => Date.now() + 90 * 86_400_000,
        runCommand: async (command, input) => {
          executed.push({ command, input })
          return command === "false" ? 1 : 0
        },
        streams: {
          stdin: Readable.from([options.stdin ?? ""]),
          stdout: writableTo((text) => host.stdout.write(text)),
          stderr: writableTo((text) => host.stderr.write(text))
        }
      }
      const exitCode = await runCommandLine(words(args), host, interruption.signal)
      if (options.reveals !== true) {
        for (const secret of secrets) {
          expect.soft(output.stdout, "a secret on stdout").not.toContain(secret)
          expect.soft(output.stderr, "a secret on stderr").not.toContain(secret)
        }
      }
      return { exitCode, ...output }
    }
  }
  return desk
}

/** The device of every desk. */
const deviceIdentifier = "ba23d141-d715-561c-94f4-e9e4c966b1eb"

/** Signs the viewer of the desk's device in with these MVPDs, as if it had happened earlier. */
export const signedIn = async ({ run, simulator }: Desk, ...mvpds: ReadonlyArray<string>): Promise<void> => {
  const { clientId } = JSON.parse((await run("register --json")).stdout)
  for (const mvpd of mvpds) simulator.grantProfile({ clientId, deviceIdentifier, mvpd })
}

const writableTo = (write: (text: string) => void): Writable =>
  new Writable({
    write: (chunk, _encoding, done) => {
      write(String(chunk))
      done()
    }
  })

/** Splits a command line at spaces outside single quotes. */
const words = (line: string): ReadonlyArray<string> =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "")

/** Sends to the simulator and keeps every secret that it sends back. */
const recording =
  (simulator: SimulatorCore, secrets: Set<string>): Host["fetch"] =>
  async (input, init) => {
    const response = await simulator.fetch(new Request(input, init))
    for (const [, secret] of (await response.clone().text()).matchAll(
      /"(?:client_secret|access_token|serializedToken)":\s*"([^"]+)"/g
    )) {
      if (secret !== undefined) secrets.add(secret)
    }
    return response
  }

/** Output without what differs from run to run: times, identifiers, folders. */
export const stable = (text: string, { directory }: Pick<Desk, "directory">): string =>
  text
    .replaceAll(directory, "DIR")
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "DATE TIME")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "MOMENT")
    .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, "UUID")
