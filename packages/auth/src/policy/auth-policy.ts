import * as Context from "effect/Context"
import { defaultDcrSchedule, defaultThrottledSchedule, type RetrySchedule } from "./schedules.ts"

/** How patient and how careful the auth layer is. All times are milliseconds. */
export interface AuthPolicy {
  /** When `register` and `token` are sent again after a network failure or a 5xx (rule 19). */
  readonly dcrSchedule: RetrySchedule
  /** How long one attempt of `register` or `token` may take. Default 15 seconds. */
  readonly dcrAttemptTimeout: number
  /** How long `register` or `token` may take with all attempts and waits. Default 60 seconds. */
  readonly dcrDeadline: number
  /** When a request is sent again after a 429 (rule 16). */
  readonly throttledSchedule: RetrySchedule
  /** The longest random addition to the hold after a 429. Default 250. */
  readonly throttledJitter: number
  /** How long a request may take to get past its 429s. Default 30 seconds. */
  readonly throttledDeadline: number
  /** The least time between two replacements of the client credentials (rule 5). Default one hour. */
  readonly registrationCoolDown: number
  /** The least time between two background refreshes (rule 10). Default 5 seconds. */
  readonly refreshInterval: number
}

/** What is used unless something else is provided. */
export const defaultAuthPolicy: AuthPolicy = {
  dcrSchedule: defaultDcrSchedule,
  dcrAttemptTimeout: 15_000,
  dcrDeadline: 60_000,
  throttledSchedule: defaultThrottledSchedule,
  throttledJitter: 250,
  throttledDeadline: 30_000,
  registrationCoolDown: 3_600_000,
  refreshInterval: 5_000
}

/** The {@link AuthPolicy} in use; provide another one to replace the schedules or the times. */
export const CurrentAuthPolicy = Context.Reference<AuthPolicy>("@tve-pass/auth/policy/CurrentAuthPolicy", {
  defaultValue: () => defaultAuthPolicy
})
