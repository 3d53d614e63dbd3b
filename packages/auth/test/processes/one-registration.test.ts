import { exampleSoftwareStatement } from "@tve-pass/testing"
import { describe, expect, it } from "vitest"
import { outcomeOf, prepareApp } from "./app.ts"
import { useProcesses } from "./processes.ts"
import { useWatchedServer, type Moment } from "./watched-server.ts"

const { run } = useProcesses()
const server = useWatchedServer()

const prepare = () => prepareApp(run, server.origin(), exampleSoftwareStatement)

const calls = () => {
  const { journal } = server.simulator()
  return {
    register: journal.calls("registerClient").length,
    token: journal.calls("retrieveAccessToken").length,
    configuration: journal.calls("retrieveConfiguration").length
  }
}

describe("8 processes that start at once on one directory (rule 8)", () => {
  it("register once and retrieve one token", async () => {
    const apps = await Promise.all(Array.from({ length: 8 }, prepare))
    for (const app of apps) app.send("go")
    const outcomes = await Promise.all(apps.map(outcomeOf))
    expect(outcomes.map(({ result }) => result)).toEqual(Array(8).fill(200))
    expect(outcomes.filter(({ registered }) => registered)).toHaveLength(1)
    expect(calls()).toEqual({ register: 1, token: 1, configuration: 8 })
    server.simulator().journal.expectNoViolations()
  })
})

describe("a process that is killed with kill -9", () => {
  /** Where it is killed, and the calls that it and its successor make in all. */
  const steps = [
    ["registerClient", "request", { register: 1, token: 1, configuration: 1 }],
    // The pair that was on its way to the killed process is lost; no client can know it.
    ["registerClient", "answer", { register: 2, token: 1, configuration: 1 }],
    ["retrieveAccessToken", "request", { register: 1, token: 1, configuration: 1 }],
    ["retrieveAccessToken", "answer", { register: 1, token: 2, configuration: 1 }],
    ["retrieveConfiguration", "request", { register: 1, token: 1, configuration: 1 }],
    ["retrieveConfiguration", "answer", { register: 1, token: 1, configuration: 2 }]
  ] as const satisfies ReadonlyArray<readonly [string, Moment, object]>

  it.each(steps)(
    "at %s, %s, is followed at once, and no stored pair is replaced",
    async (operation, moment, expected) => {
      const [killed, next] = await Promise.all([prepare(), prepare()])
      const reached = server.freezeAt(operation, moment)
      killed.send("go")
      await reached
      // Waits for the lock, as long as the killed one has it.
      next.send("go")
      killed.process.kill("SIGKILL")
      expect(await killed.ended).toBe("SIGKILL")
      expect(await outcomeOf(next)).toMatchObject({ result: 200, replaced: false })
      expect(calls()).toEqual(expected)
      const last = await prepare()
      last.send("go")
      expect(await outcomeOf(last)).toMatchObject({ result: 200, registered: false, replaced: false })
    }
  )
})
