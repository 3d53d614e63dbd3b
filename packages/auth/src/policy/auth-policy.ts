import * as Context from "effect/Context"
import { afterDelays, type RetryPlan } from "./retry-plan.ts"

/** The retries, timeouts and intervals of the auth layer. All times are milliseconds. */
export interface AuthPolicy {
  /**
   * When `register` and `token` are retried after a network failure or a 5xx. Default: after 500, 1000 and 2000 (rule
   * 19, retries).
   */
  readonly dcrRetries: RetryPlan
  /** The longest random delay that is added to each of these delays. Default 500. */
  readonly dcrJitter: number
  /** How long one attempt of `register` or `token` may take. Default 15 seconds. */
  readonly dcrAttemptTimeout: number
  /** How long `register` or `token` may take with all attempts and waits. Default 60 seconds. */
  readonly dcrDeadline: number
  /** When a request is retried after a 429. Default: after 1000 and 2000 (rule 16, hold after a 429). */
  readonly throttledRetries: RetryPlan
  /**
   * The longest random delay that is added to the hold after a 429, so that the devices of a household do not retry
   * together. Default 50: the mean hold is then 1025 ms, and the required hold is 1000 ms.
   */
  readonly throttledJitter: number
  /** How long a request is retried after its first 429. Default 30 seconds. */
  readonly throttledDeadline: number
  /** The shortest time between two replacements of the client credentials (rule 5, cool-down). Default one hour. */
  readonly registrationCoolDown: number
  /** The shortest time between two background refreshes (rule 10, refresh window). Default 5 seconds. */
  readonly refreshInterval: number
  /** Returns random numbers from 0 to 1 for the jitter. Default `Math.random`. */
  readonly random: () => number
}

/** The default {@link AuthPolicy}. */
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

/** The service of the {@link AuthPolicy} in use. Provide another one to replace retries or times. */
export const AuthPolicy = /* @__PURE__ */ Context.Reference<AuthPolicy>("@tve-pass/auth/policy/AuthPolicy", {
  defaultValue: () => defaultAuthPolicy
})
