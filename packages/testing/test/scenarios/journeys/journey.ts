import type { Environment } from "../flow/environment.ts"

/** What applications, user agents and viewers do in a scenario. */
export type Journey = (environment: Environment) => Promise<void>

/** Stops a walk that cannot go on; what was recorded so far tells the rest. */
export const required = <Value>(value: Value | null | undefined, what: string): Value => {
  if (value === undefined || value === null) throw new Error(`Failed to walk on: there is no ${what}.`)
  return value
}

/** Stops a walk whose user agent did not end where the application waits for it. */
export const arrivesAt = (expected: string, actual: string): void => {
  if (actual !== expected) throw new Error(`Failed to return: the user agent ended at ${actual}, not ${expected}.`)
}
