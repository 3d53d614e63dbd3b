import { execFile, spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { expect, it } from "vitest"
import { exampleSoftwareStatement } from "../../src/index.ts"
import { announcementOf, spawnSimulator } from "../cli/simulator-process.ts"

const hasPython = spawnSync("python3", ["--version"]).status === 0
if (!hasPython)
  console.warn("Skipped: there is no python3 on this machine, so that no Python script drives the simulator.")

it.skipIf(!hasPython)("lets a Python script control the command", async () => {
  const { origin } = await announcementOf(spawnSimulator("--port", "0", "--json"))
  const script = fileURLToPath(new URL("drive.py", import.meta.url))
  const { stdout } = await promisify(execFile)("python3", [script, origin, exampleSoftwareStatement])
  expect(stdout).toBe("200, 401\n")
})
