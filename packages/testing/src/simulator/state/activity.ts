/** What monitoring counts. */
export type ActivityMetric =
  | "authn-attempts"
  | "authn-successful"
  | "authz-attempts"
  | "authz-successful"
  | "authz-failed"
  | "media-tokens"

/** Where a count belongs. */
export interface ActivityPlace {
  readonly serviceProvider: string
  readonly mvpd: string
}

/** Counts of one minute, service provider and MVPD. */
export interface ActivityRow extends ActivityPlace {
  /** Start of the minute, in milliseconds since the epoch. */
  readonly minute: number
  readonly counts: Readonly<Partial<Record<ActivityMetric, number>>>
}

/** What the simulator saw, for the reports of Entitlement Service Monitoring. */
export interface Activity {
  /** @param now milliseconds since the epoch */
  count(metric: ActivityMetric, place: ActivityPlace, now: number): void
  rows(): ReadonlyArray<ActivityRow>
}

/** Older rows are dropped beyond this number. */
const mostRows = 10_000

export const createActivity = (): Activity => {
  const rows = new Map<string, ActivityRow & { readonly counts: Partial<Record<ActivityMetric, number>> }>()
  return {
    count: (metric, { serviceProvider, mvpd }, now) => {
      const minute = now - (now % 60_000)
      const key = `${minute}\n${serviceProvider}\n${mvpd}`
      const row = rows.get(key) ?? { minute, serviceProvider, mvpd, counts: {} }
      row.counts[metric] = (row.counts[metric] ?? 0) + 1
      rows.set(key, row)
      const [oldest] = rows.keys()
      if (rows.size > mostRows && oldest !== undefined) rows.delete(oldest)
    },
    rows: () => [...rows.values()]
  }
}
