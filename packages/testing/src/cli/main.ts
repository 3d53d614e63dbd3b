#!/usr/bin/env node
import { runCommand } from "./run-command.ts"

const stopped = new Promise<void>((resolve) => {
  process.once("SIGINT", () => resolve())
  process.once("SIGTERM", () => resolve())
})

process.exitCode = await runCommand(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  stopped
})
// Output is flushed and the process ends by itself; anything that still keeps it open gets a second.
setTimeout(() => process.exit(), 1_000).unref()
