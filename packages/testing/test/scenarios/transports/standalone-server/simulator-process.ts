import { runCommand } from "../../../../src/cli/run-command.ts"

/**
 * Runs in a process of its own: for each scenario it is told, one `tve-pass-simulator`, until the process ends. Starting
 * a process for each would cost more than all the walks.
 */
process.on("message", (scenario) => {
  void runCommand(["--port", "0", "--json", "--scenario", String(scenario)], {
    write: (announcement) => process.send?.(announcement),
    writeError: (reason) => process.stderr.write(reason),
    stopped: new Promise(() => undefined)
  })
})
