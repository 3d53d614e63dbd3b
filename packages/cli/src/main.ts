#!/usr/bin/env node
import { nodeHost } from "./host/node-host.ts"
import { runCommandLine } from "./run-command-line.ts"

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))
}

const interruption = new AbortController()
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    // The second signal does not wait for the farewell of the first.
    if (interruption.signal.aborted) process.exit(130)
    interruption.abort()
  })
}

process.exitCode = await runCommandLine(process.argv.slice(2), nodeHost(), interruption.signal)
// The process ends by itself once output is flushed; anything that still keeps it open gets a second.
setTimeout(() => process.exit(), 1_000).unref()
