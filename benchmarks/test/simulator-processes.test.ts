import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { fork } from "node:child_process"
import { once } from "node:events"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { childAnswer } from "../src/child/child-answer.ts"

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

const telling = (name: string, work: string): string =>
  write(name, `import { tellParent } from ${moduleOf("child-answer.ts")}\nawait tellParent(${work})\n`)

test("a child gets its arguments and tells its answer, whatever timers it leaves", async () => {
  const script = telling("answer.mjs", "async () => { setInterval(() => {}, 1000); return process.argv.slice(2) }")
  expect(await childAnswer({ script, args: ["one", "2"] }, 20_000)).toEqual(["one", "2"])
})

test("what goes wrong in a child goes wrong in the parent", async () => {
  const failing = telling("failing.mjs", `async () => { throw new Error("out of luck") }`)
  await expect(childAnswer({ script: failing }, 20_000)).rejects.toThrow("out of luck")
  const broken = write("broken.mjs", "import './missing.mjs'\n")
  await expect(childAnswer({ script: broken }, 20_000)).rejects.toThrow(/without an answer: [^]*missing\.mjs/)
  const endless = write("endless.mjs", "setInterval(() => {}, 1000)\n")
  await expect(childAnswer({ script: endless }, 50)).rejects.toThrow("took longer than 0.05 s")
})

test("a child ends with its parent, also where that is killed", async () => {
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
