#!/usr/bin/env node
import { whenParentEnds } from "@tve-pass/testing/server"
import { fileURLToPath } from "node:url"
import { runPlaygroundCommand } from "./run-command.ts"

const stop = new AbortController()
const end = () => stop.abort()
process.once("SIGINT", end)
process.once("SIGTERM", end)
// `npx` sends SIGTERM to a shell, which ends without forwarding it.
if (process.env["npm_command"] !== undefined) whenParentEnds(end)

const { stdout, stderr } = process
// The same from src/server, in a clone, and from dist/server, in the package.
const pageFolder = fileURLToPath(new URL("../../dist/pages", import.meta.url))
process.exitCode = await runPlaygroundCommand(process.argv.slice(2), {
  stdout,
  stderr,
  signal: stop.signal,
  pageFolder
})
// The process ends when output is flushed. After a second it ends even if something keeps it open.
setTimeout(() => process.exit(), 1_000).unref()
