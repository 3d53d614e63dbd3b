import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { forkChild } from "../child/fork-child.ts"

export interface ColdStore {
  /** Of each process, from the start signal to the response. */
  readonly milliseconds: ReadonlyArray<number>
  readonly registrations: number
}

/** Starts processes, and lets all of them send their first call at once. */
export const measureColdStore = async (processes: number): Promise<ColdStore> => {
  const directory = await mkdtemp(join(tmpdir(), "bench-store-"))
  const simulator = createSimulatorCore({ throttle: false })
  const server = await startSimulatorServer({ simulator })
  const script = new URL("cold-store-child.ts", import.meta.url)
  const children = Array.from({ length: processes }, () => forkChild({ script, args: [server.origin, directory] }))
  const nextMessages = (): Promise<ReadonlyArray<unknown>> =>
    Promise.all(
      children.map(
        ({ process, exited, errorOutput }) =>
          new Promise((resolve, reject) => {
            process.once("message", resolve)
            void exited.then(() => reject(new Error(`A process ended: ${errorOutput()}`)))
          })
      )
    )
  try {
    await nextMessages()
    const results = nextMessages()
    for (const { process } of children) process.send("start")
    return {
      milliseconds: (await results).map(Number),
      registrations: simulator.journal.calls("registerClient").length
    }
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await server.close()
    await rm(directory, { recursive: true, force: true })
  }
}
