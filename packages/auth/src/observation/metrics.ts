/**
 * Counters of the auth layer, as metrics of Effect. They include all applications of a process.
 *
 * @module
 */
import * as Metric from "effect/Metric"
import type { AuthEvent, AuthEventType } from "../events/index.ts"

/** Registrations, first ones and replacements. */
export const registrations = /* @__PURE__ */ Metric.counter("adobe_pass_registrations", {
  description: "Client credentials registered",
  incremental: true
})

/** Access tokens retrieved. */
export const tokenCalls = /* @__PURE__ */ Metric.counter("adobe_pass_token_calls", {
  description: "Access tokens retrieved",
  incremental: true
})

/** Access tokens retrieved that replaced a token in memory. */
export const tokenRefreshes = /* @__PURE__ */ Metric.counter("adobe_pass_token_refreshes", {
  description: "Access tokens retrieved that replaced a token in memory",
  incremental: true
})

/** Calls that used the token in memory. */
export const tokenReuses = /* @__PURE__ */ Metric.counter("adobe_pass_token_reuses", {
  description: "Calls sent immediately with the access token in memory",
  incremental: true
})

/** Calls that were sent again after a 401. */
export const replays = /* @__PURE__ */ Metric.counter("adobe_pass_replays", {
  description: "Calls sent again after a 401",
  incremental: true
})

/** Responses with status 429. */
export const rejections = /* @__PURE__ */ Metric.counter("adobe_pass_rejections", {
  description: "Responses 429 Too Many Requests",
  incremental: true
})

/** Requests that waited for the throttle. */
export const throttleWaits = /* @__PURE__ */ Metric.counter("adobe_pass_throttle_waits", {
  description: "Requests that waited for the throttle",
  incremental: true
})

const countersByEvent: { readonly [Type in AuthEventType]?: Metric.Counter<number> } = {
  "credentials-registered": registrations,
  "token-obtained": tokenCalls,
  "request-replayed": replays,
  "request-throttled": rejections,
  "request-delayed": throttleWaits
}

/** Returns the counters that an event increments. */
export const countersOf = (event: AuthEvent): ReadonlyArray<Metric.Counter<number>> => {
  const counter = countersByEvent[event.type]
  if (counter === undefined) return []
  return event.type === "token-obtained" && event.refresh ? [counter, tokenRefreshes] : [counter]
}
