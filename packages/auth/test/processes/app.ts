import { expect } from "vitest"
import type { Program } from "./child-process.ts"
import type { Processes } from "./processes.ts"
import type { Outcome } from "./run-app.ts"

/** Starts an app and has it wait for its signal. */
export const prepareApp = async (run: Processes["run"], origin: string, statement: string): Promise<Program> => {
  const app = run("run-app", origin, statement)
  expect(await app.nextLine()).toBe("ready")
  return app
}

/** What came of an app that was given its signal. */
export const outcomeOf = async (app: Program): Promise<Outcome> => {
  const outcome = JSON.parse(await app.nextLine())
  expect(await app.ended).toBe(0)
  return outcome
}
