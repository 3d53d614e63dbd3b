import type { DevicePoolClient } from "@tve-pass/auth/promise"

/** What `GET /metrics` counts, by the event of the pool that counts it. */
const counters = {
  "credentials-registered": ["adobe_pass_registrations_total", "Devices that were registered."],
  "token-obtained": ["adobe_pass_tokens_total", "Access tokens that were retrieved."],
  "request-replayed": ["adobe_pass_replays_total", "Requests that were sent again after a 401."],
  "request-throttled": ["adobe_pass_throttled_total", "Responses with status 429."],
  "request-delayed": ["adobe_pass_waits_total", "Requests that waited in the throttle."]
} as const

type Counted = keyof typeof counters

/** Counts events of the pool for Prometheus. */
export const countEvents = (pool: DevicePoolClient): { readonly text: () => string } => {
  const counts = new Map<Counted, number>()
  const types = Object.keys(counters) as ReadonlyArray<Counted>
  for (const type of types) pool.on(type, () => counts.set(type, (counts.get(type) ?? 0) + 1))
  return {
    text: () =>
      types
        .map((type) => {
          const [name, help] = counters[type]
          return `# HELP ${name} ${help}\n# TYPE ${name} counter\n${name} ${counts.get(type) ?? 0}\n`
        })
        .join("")
  }
}
