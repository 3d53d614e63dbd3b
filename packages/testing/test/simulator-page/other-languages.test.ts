import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { announcementOf, spawnSimulator } from "../cli/simulator-process.ts"

// A process on a busy machine needs more than the default.

const exampleFor = (name: string, origin: string): string =>
  readFileSync(new URL(`examples/${name}`, import.meta.url), "utf8").replaceAll("http://127.0.0.1:4010", origin)

it.for([
  ["curl", "sh", "token.sh", /"expires_in":21600/],
  ["python3", "python3", "profiles.py", /^Cablevision, Spectrum\n$/],
  ["python3", "python3", "control.py", /^next 2 calls of retrieveProfiles: status 503\n$/]
] as const)("calls the standalone server from %s: %s %s", async ([tool, interpreter, name, output], { skip }) => {
  if (spawnSync(tool, ["--version"]).status !== 0) skip(`no ${tool} on this machine`)
  const child = spawnSimulator("--port", "0", "--json", "--scenario", "several-profiles")
  const { origin } = await announcementOf(child)
  const run = spawnSync(interpreter, ["-c", exampleFor(name, origin)], {
    encoding: "utf8",
    env: { ...process.env, no_proxy: "*" }
  })
  expect(run.stderr).toBe("")
  expect(run.stdout).toMatch(output)
})
