import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { onTestFinished } from "vitest"

/** A server of its own process, which takes commands and sends results, one at a time. */
export interface Program {
  readonly process: ChildProcess
  readonly stop: () => void
  /** Sends a command and resolves to its result. */
  readonly run: (command: Command) => Promise<unknown>
}

/** What a program can be asked to do. */
export type Command =
  /** Takes the lock of a device and resolves to `"held"`, or to the code of an error. */
  | { readonly name: "lock"; readonly key: string }
  /** Writes a record under that lock, releases it and resolves to `"written"`, or to the code of an error. */
  | { readonly name: "write"; readonly key: string; readonly text: string }
  /** Calls the configuration once on each of these devices, and resolves to the number of successes. */
  | { readonly name: "devices"; readonly origin: string; readonly count: number }
  /** Calls the configuration so many times at once on one device of each origin; resolves to the number of successes. */
  | { readonly name: "calls"; readonly origins: ReadonlyArray<string>; readonly count: number }

/** What a program is started with. */
export interface Settings {
  readonly port: number
  /** Of the lock, in milliseconds. */
  readonly lease?: number
}

/** Starts a program, which ends with the test. */
export const startProgram = async (settings: Settings): Promise<Program> => {
  const program = await openProgram(settings)
  onTestFinished(program.stop)
  return program
}

/** Starts a program for several tests: call `stop` after them. */
export const openProgram = async (settings: Settings): Promise<Program> => {
  const child = fork(new URL("program-main.ts", import.meta.url), {
    env: { ...process.env, SETTINGS: JSON.stringify(settings) }
  })
  const next = async (): Promise<unknown> => {
    const [message] = await once(child, "message")
    return message
  }
  await next()
  return {
    process: child,
    stop: () => void child.kill("SIGKILL"),
    run: (command) => {
      const result = next()
      child.send(command)
      return result
    }
  }
}
