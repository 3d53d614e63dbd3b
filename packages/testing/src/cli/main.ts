#!/usr/bin/env node
import { runSimulatorCommand } from "./run-command.ts"
import { whenParentEnds } from "./parent-process.ts"

const stop = new AbortController()
const end = () => stop.abort()
process.once("SIGINT", end)
process.once("SIGTERM", end)
// `npx` passes SIGTERM to a shell, which ends without passing it on.
if (process.env["npm_command"] !== undefined) whenParentEnds(end)

const { stdin, stdout, stderr } = process
process.exitCode = await runSimulatorCommand(process.argv.slice(2), { stdin, stdout, stderr, signal: stop.signal })
// Output is flushed and the process ends by itself; anything that still keeps it open gets a second.
setTimeout(() => process.exit(), 1_000).unref()
