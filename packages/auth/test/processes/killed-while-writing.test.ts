import { exampleSoftwareStatement } from "@tve-pass/testing"
import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { type RecordKind, credentialsRecord, parseRecord, tokenRecord } from "../../src/store/record-format.ts"
import { outcomeOf, prepareApp } from "./app.ts"
import { useProcesses } from "./processes.ts"
import { useWatchedServer } from "./watched-server.ts"

const { directory, run, runDoomed } = useProcesses()
const server = useWatchedServer()

/** In what state the record of a kind is. */
const stateOf = async <Value extends object>(kind: RecordKind<Value>) => {
  const name = (await readdir(directory())).find((file) => file.endsWith(`.${kind.name}.json`))
  const text = name === undefined ? undefined : await readFile(join(directory(), name), "utf8")
  return parseRecord(kind, kind.name, text)._tag
}

/** Runs an app that is killed at a file operation; tells how it ended, and how often it has registered. */
const runUntil = async (operation: number) => {
  const registrations = () => server.simulator().journal.calls("registerClient").length
  const before = registrations()
  const doomed: typeof run = (...parameters) => runDoomed(operation, ...parameters)
  const app = await prepareApp(doomed, server.origin(), exampleSoftwareStatement)
  app.send("go")
  return { ended: await app.ended, registrations: registrations() - before }
}

it("a process that is killed at any file operation leaves whole records and loses no stored pair", async () => {
  const endings: Array<number | string | null> = []
  // Each process starts from what the killed one before it has left, and gets further.
  for (let operation = 1; !endings.includes(0); operation += 2) {
    const found = await stateOf(credentialsRecord)
    const { ended, registrations } = await runUntil(operation)
    endings.push(ended)
    expect(registrations, `killed at file operation ${operation}`).toBeLessThanOrEqual(found === "Found" ? 0 : 1)
    expect(await stateOf(credentialsRecord)).not.toBe("Unreadable")
    expect(await stateOf(tokenRecord)).not.toBe("Unreadable")
  }
  expect(new Set(endings)).toEqual(new Set(["SIGKILL", 0]))
  const last = await prepareApp(run, server.origin(), exampleSoftwareStatement)
  last.send("go")
  expect(await outcomeOf(last)).toEqual({ result: 200, registered: false, replaced: false })
})
