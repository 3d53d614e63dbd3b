import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach } from "vitest"
import { start, startDoomed, type Program } from "./child-process.ts"

/** What the tests of a file share: a directory and the programs that run on it, both gone after each test. */
export interface Processes {
  /** The directory of the current test. */
  readonly directory: () => string
  /** Starts `test/processes/NAME.ts` on the directory. */
  readonly run: (name: string, ...parameters: ReadonlyArray<string>) => Program
  /** Like `run`, and kills the program right before its Nth file operation. */
  readonly runDoomed: (operation: number, name: string, ...parameters: ReadonlyArray<string>) => Program
  /** Starts the standalone simulator on a port; 0 is any free one. */
  readonly serve: (port: number) => Program
}

/** Gives each test of a file a directory, and ends what it has started. */
export const useProcesses = (): Processes => {
  let directory = ""
  let running: Array<Program> = []
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "tve-pass-processes-"))
  })
  afterEach(async () => {
    for (const program of running) program.process.kill("SIGKILL")
    await Promise.all(running.map((program) => program.ended))
    running = []
    await rm(directory, { recursive: true })
  })
  const note = (program: Program): Program => {
    running.push(program)
    return program
  }
  return {
    directory: () => directory,
    run: (name, ...parameters) => note(start(`${name}.ts`, directory, ...parameters)),
    runDoomed: (operation, name, ...parameters) => note(startDoomed(operation, `${name}.ts`, directory, ...parameters)),
    serve: (port) => note(start("../../../testing/src/cli/main.ts", "--json", "--port", `${port}`))
  }
}
