import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll } from "vitest"
import { describeScenarios } from "./scenarios.ts"
import type { Message } from "./simulator-process.ts"
import type { Commands } from "./steered-simulator.ts"

let child: ChildProcess | undefined
beforeAll(() => {
  child = fork(fileURLToPath(new URL("simulator-process.ts", import.meta.url)))
})
afterAll(async () => {
  if (child === undefined) return
  const ended = once(child, "exit")
  child.disconnect()
  await ended
})

let previous: Promise<unknown> = Promise.resolve()
/** One message at a time: answers carry nothing to tell them apart by. */
const ask = (message: Message) => {
  const answer = previous.then(async () => {
    if (child === undefined) throw new Error("The process has not been started.")
    const answered = once(child, "message")
    child.send(message)
    return (await answered)[0].result
  })
  previous = answer
  return answer
}

const command =
  (name: keyof Commands) =>
  (...parameters: ReadonlyArray<unknown>) =>
    ask({ command: name, parameters })

describeScenarios("a simulator of another process, over HTTP", async (conditions) => ({
  origin: await ask({ start: conditions }),
  fetch: undefined,
  fault: command("fault"),
  revokeTokens: command("revokeTokens"),
  revokeClients: command("revokeClients"),
  calls: command("calls"),
  violations: command("violations")
}))
