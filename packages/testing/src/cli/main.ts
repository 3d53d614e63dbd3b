#!/usr/bin/env node
import { runSimulatorCommand } from "./run-command.ts"
import { whenParentEnds } from "./parent-process.ts"

const stop = new AbortController()
const end = () => stop.abort()
process.once("SIGINT", end)
process.once("SIGTERM", end)
// `npx` sends SIGTERM to a shell, which ends without forwarding it.
if (process.env["npm_command"] !== undefined) whenParentEnds(end)

const { stdin, stdout, stderr } = process
process.exitCode = await runSimulatorCommand(process.argv.slice(2), { stdin, stdout, stderr, signal: stop.signal })
// The process ends when output is flushed. After a second it ends even if something keeps it open.
setTimeout(() => process.exit(), 1_000).unref()
