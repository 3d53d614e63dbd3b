import { PassThrough, Writable } from "node:stream"
import { runSimulatorCommand } from "../../../../src/cli/run-command.ts"

/**
 * Runs in a process of its own: starts one `tve-pass-simulator` for each scenario it receives, until the process ends.
 * Starting a process for each would cost more than all the journeys.
 */
process.on("message", (scenario) => {
  const stdout = new Writable({
    write: (announcement, _encoding, done) => {
      process.send?.(String(announcement))
      done()
    }
  })
  void runSimulatorCommand(["--port", "0", "--json", "--scenario", String(scenario)], {
    stdin: new PassThrough(),
    stdout,
    stderr: process.stderr,
    signal: new AbortController().signal
  })
})
