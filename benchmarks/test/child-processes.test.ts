import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { fork } from "node:child_process"
import { once } from "node:events"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { childResult } from "../src/child/child-result.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bench-child-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const moduleOf = (file: string): string => JSON.stringify(new URL(`../src/child/${file}`, import.meta.url).href)

const write = (name: string, source: string): string => {
  const path = join(folder, name)
  writeFileSync(path, source)
  return path
}

const sending = (name: string, work: string): string =>
  write(name, `import { sendResult } from ${moduleOf("child-result.ts")}\nawait sendResult(${work})\n`)

test("a child gets its arguments and sends its result, even if timers remain", async () => {
  const script = sending("result.mjs", "async () => { setInterval(() => {}, 1000); return process.argv.slice(2) }")
  expect(await childResult({ script, args: ["one", "2"] }, 20_000)).toEqual(["one", "2"])
})

test("a failure of a child is a failure of the parent", async () => {
  const failing = sending("failing.mjs", `async () => { throw new Error("out of luck") }`)
  await expect(childResult({ script: failing }, 20_000)).rejects.toThrow("out of luck")
  const broken = write("broken.mjs", "import './missing.mjs'\n")
  await expect(childResult({ script: broken }, 20_000)).rejects.toThrow(/without a result: [^]*missing\.mjs/)
  const endless = write("endless.mjs", "setInterval(() => {}, 1000)\n")
  await expect(childResult({ script: endless }, 50)).rejects.toThrow("took longer than 0.05 s")
})

test("a child ends with its parent, even if that is killed", async () => {
  const endless = pathToFileURL(write("endless-child.mjs", "setInterval(() => {}, 1000)\n")).href
  const parent = fork(
    write(
      "parent.mjs",
      `import { forkChild } from ${moduleOf("fork-child.ts")}
       const { process: child } = forkChild({ script: new URL(${JSON.stringify(endless)}) })
       child.once("spawn", () => process.send(child.pid))`
    )
  )
  const [pid] = await once(parent, "message")
  expect(isRunning(pid)).toBe(true)
  parent.kill("SIGKILL")
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 })
})

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
