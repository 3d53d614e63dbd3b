import * as Context from "effect/Context"
import { afterDelays, type RetryPlan } from "./retry-plan.ts"

/** How patient and how careful the auth layer is. All times are milliseconds. */
export interface AuthPolicy {
  /** When `register` and `token` are sent again after a network failure or a 5xx: after 500, 1000 and 2000 (rule 19). */
  readonly dcrRetries: RetryPlan
  /** The longest random addition to each of these waits. Default 500. */
  readonly dcrJitter: number
  /** How long one attempt of `register` or `token` may take. Default 15 seconds. */
  readonly dcrAttemptTimeout: number
  /** How long `register` or `token` may take with all attempts and waits. Default 60 seconds. */
  readonly dcrDeadline: number
  /** When a request is sent again after a 429: after 1000 and 2000 (rule 16). */
  readonly throttledRetries: RetryPlan
  /**
   * The longest random addition to the hold after a 429, which keeps the devices of a household apart. Default 50: the mean
   * hold is then 1025 ms, where a second is required.
   */
  readonly throttledJitter: number
  /** How long a request may take to get past its 429s. Default 30 seconds. */
  readonly throttledDeadline: number
  /** The least time between two replacements of the client credentials (rule 5). Default one hour. */
  readonly registrationCoolDown: number
  /** The least time between two background refreshes (rule 10). Default 5 seconds. */
  readonly refreshInterval: number
  /** Where jitter comes from: numbers from 0 up to 1. Default `Math.random`. */
  readonly random: () => number
}

/** What is used unless something else is provided. */
export const defaultAuthPolicy: AuthPolicy = {
  dcrRetries: /* @__PURE__ */ afterDelays(500, 1000, 2000),
  dcrJitter: 500,
  dcrAttemptTimeout: 15_000,
  dcrDeadline: 60_000,
  throttledRetries: /* @__PURE__ */ afterDelays(1000, 2000),
  throttledJitter: 50,
  throttledDeadline: 30_000,
  registrationCoolDown: 3_600_000,
  refreshInterval: 5_000,
  random: Math.random
}

/** The {@link AuthPolicy} in use; provide another one to replace the schedules or the times. */
export const AuthPolicy = /* @__PURE__ */ Context.Reference<AuthPolicy>("@tve-pass/auth/policy/AuthPolicy", {
  defaultValue: () => defaultAuthPolicy
})
