/**
 * Simulators that a parent process steers: served over HTTP, one after the other, commands and results over the channel
 * of `fork`, one at a time.
 */
import { startSimulatorServer, type SimulatorServer } from "@tve-pass/testing/server"
import { commandsOf, simulatorFor } from "./commands-of.ts"
import type { Commands, Conditions } from "./steered-simulator.ts"

/** What the parent asks for: a new simulator, answered by its origin, or a command for the one that runs. */
export type Message =
  | { readonly start: Conditions }
  | { readonly command: keyof Commands; readonly parameters: ReadonlyArray<unknown> }

let server: SimulatorServer | undefined
let commands: Commands | undefined

const handle = async (message: Message): Promise<unknown> => {
  if ("start" in message) {
    await server?.close()
    const simulator = simulatorFor(message.start)
    commands = commandsOf(simulator)
    server = await startSimulatorServer({ simulator })
    return server.origin
  }
  // The parent is typed; the channel is not.
  const command = commands?.[message.command] as (...parameters: ReadonlyArray<unknown>) => unknown
  return command(...message.parameters)
}

process.on("message", async (message: Message) => process.send?.({ result: await handle(message) }))
process.on("disconnect", () => void server?.close())
