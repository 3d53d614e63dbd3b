import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import type { Location } from "../databases.ts"

/** A server of its own process, which performs commands, one at a time. */
export interface Program {
  readonly process: ChildProcess
  /** Sends a command and resolves to the next message. */
  readonly run: (command: Command) => Promise<unknown>
}

/** What a program can be asked to do. */
export type Command = { readonly location: Location } & (
  | {
      /** Takes a lock, sends `"locked"` and keeps it. */
      readonly name: "lock"
      readonly key: string
    }
  | {
      /** Calls the configuration once on each of these devices, and resolves to the status codes. */
      readonly name: "devices"
      readonly origin: string
      readonly count: number
    }
)

/** Starts a program. Kill its process in the end. */
export const startProgram = async (): Promise<Program> => {
  const child = fork(new URL("program-main.ts", import.meta.url))
  const next = async (): Promise<unknown> => {
    const [message] = await once(child, "message")
    return message
  }
  await next()
  return {
    process: child,
    run: (command) => {
      const result = next()
      child.send(command)
      return result
    }
  }
}
