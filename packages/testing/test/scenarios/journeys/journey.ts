import type { Environment } from "../flow/environment.ts"

/** What applications, user agents and viewers do in a scenario. */
export type Journey = (environment: Environment) => Promise<void>

/** Stops a journey that cannot continue; what was recorded so far shows why. */
export const required = <Value>(value: Value | null | undefined, what: string): Value => {
  if (value === undefined || value === null) throw new Error(`Failed to continue: there is no ${what}.`)
  return value
}

/** Stops a journey whose user agent did not end where the application waits for it. */
export const arrivesAt = (expected: string, actual: string): void => {
  if (actual !== expected) throw new Error(`Failed to return: the user agent ended at ${actual}, not ${expected}.`)
}
