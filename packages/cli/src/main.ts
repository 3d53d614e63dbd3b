#!/usr/bin/env node
import { nodeHost } from "./host/node-host.ts"
import { runCommandLine } from "./run-command-line.ts"

// A reader such as `head` closes the pipe early, which is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))
}

const interruption = new AbortController()
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    // A second signal ends the process immediately.
    if (interruption.signal.aborted) process.exit(130)
    interruption.abort()
  })
}

process.exitCode = await runCommandLine(process.argv.slice(2), nodeHost(), interruption.signal)
// The process ends when output is flushed. After a second it ends even if something keeps it open.
setTimeout(() => process.exit(), 1_000).unref()
