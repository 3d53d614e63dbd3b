import { PassThrough } from "node:stream"
import { text } from "node:stream/consumers"
import { runSimulatorCommand } from "../../src/cli/run-command.ts"

/** Runs the command in this process; it stops as soon as it serves. */
export const run = async (...args: ReadonlyArray<string>) => {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const printed = Promise.all([text(stdout), text(stderr)])
  const environment = { stdin: new PassThrough(), stdout, stderr, signal: AbortSignal.abort() }
  const exitCode = await runSimulatorCommand(args, environment)
  stdout.end()
  stderr.end()
  const [output, errors] = await printed
  return { exitCode, output, errors }
}
