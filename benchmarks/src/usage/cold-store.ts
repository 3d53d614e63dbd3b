import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { forkChild } from "../child/fork-child.ts"

/** The first call of a process on an empty store: milliseconds from the start signal to the response. */
export interface FirstCall {
  readonly milliseconds: number
  /** Milliseconds of processor time that the process has used meanwhile. */
  readonly processor: number
}

export interface ColdStore {
  /** The first calls that the processes make at all: they run code that has never run. */
  readonly first: ReadonlyArray<FirstCall>
  /** The first calls on a second empty store, in the same processes. */
  readonly second: ReadonlyArray<FirstCall>
  readonly registrations: number
}

/** Starts processes. Once all of them have imported everything, they make their first call at the same time. */
export const measureColdStore = async (processes: number): Promise<ColdStore> => {
  const directory = await mkdtemp(join(tmpdir(), "bench-store-"))
  const simulator = createSimulatorCore({ throttle: false })
  const server = await startSimulatorServer({ simulator })
  const stores = ["first", "second"].map((name) => join(directory, name))
  const script = new URL("cold-store-child.ts", import.meta.url)
  const children = Array.from({ length: processes }, () => forkChild({ script, args: [server.origin, ...stores] }))
  const nextMessages = <Message>(): Promise<ReadonlyArray<Message>> =>
    Promise.all(
      children.map(
        ({ process, exited, errorOutput }) =>
          new Promise<Message>((resolve, reject) => {
            // Boundary: the script sends "ready", and then a `FirstCall` after each start signal.
            process.once("message", (message) => resolve(message as Message))
            void exited.then(() => reject(new Error(`A process ended: ${errorOutput()}`)))
          })
      )
    )
  const callAtOnce = async (): Promise<ReadonlyArray<FirstCall>> => {
    const results = nextMessages<FirstCall>()
    for (const { process } of children) process.send("start")
    return results
  }
  try {
    await nextMessages<"ready">()
    const first = await callAtOnce()
    const second = await callAtOnce()
    return { first, second, registrations: simulator.journal.calls("registerClient").length }
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await server.close()
    await rm(directory, { recursive: true, force: true })
  }
}
