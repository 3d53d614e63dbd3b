import { existsSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { useProcesses } from "./processes.ts"

const { directory, run } = useProcesses()

// Nobody can wait for this lease within a test: what is obtained, was not obtained by waiting for it.
const endlessLease = "3600000"

describe("8 processes on one directory", () => {
  it("count to exactly 8 times 25", async () => {
    await writeFile(join(directory(), "counter"), "0")
    const programs = Array.from({ length: 8 }, () => run("count-under-lock", "25"))
    expect(await Promise.all(programs.map((program) => program.ended))).toEqual(Array(8).fill(0))
    expect(await readFile(join(directory(), "counter"), "utf8")).toBe("200")
  })
})

describe("an owner that is killed with kill -9", () => {
  it("is followed at once, again and again (rule 25)", async () => {
    for (let kills = 0; kills < 3; kills++) {
      const owner = run("hold-lock", endlessLease)
      expect(await owner.nextLine()).toBe("held")
      owner.process.kill("SIGKILL")
      expect(await owner.ended).toBe("SIGKILL")
    }
    const next = run("hold-lock", endlessLease)
    expect(await next.nextLine()).toBe("held")
    next.send("go on")
    expect(await next.nextLine()).toBe("written")
  })
})

describe("an owner that is paused for longer than its lease", () => {
  it("is followed after the lease, and does not write when it wakes up", async () => {
    const owner = run("hold-lock", "2000")
    expect(await owner.nextLine()).toBe("held")
    owner.process.kill("SIGSTOP")
    const next = run("hold-lock", "2000")
    expect(await next.nextLine()).toBe("held")
    owner.send("go on")
    owner.process.kill("SIGCONT")
    expect(JSON.parse(await owner.nextLine())).toMatchObject({ _tag: "LockTimeout", state: "lost" })
    expect(existsSync(join(directory(), "written"))).toBe(false)
    next.send("go on")
    expect(await next.nextLine()).toBe("written")
    expect(await readFile(join(directory(), "written"), "utf8")).toBe(`${next.process.pid}`)
  })
})
