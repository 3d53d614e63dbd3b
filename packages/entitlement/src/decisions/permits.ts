import type { CatalogueDecision } from "./catalogue-decision.ts"

type CataloguePermit = CatalogueDecision & { readonly kind: "permit" }

/** The permits of one profile, in memory only (M-PRE-4). Denials are not cached, because they may end at any time. */
export interface Permits {
  readonly get: (resource: string) => CataloguePermit | undefined
  /** Caches a permit that was requested in `generation`. Ignores one that was requested before a `clear`. */
  readonly add: (permit: CataloguePermit, generation: number) => void
  /** Changes with each `clear`. */
  readonly generation: () => number
  /** Removes all permits: after a sign-out, with another profile, or after the client credentials were replaced. */
  readonly clear: () => void
}

/** Creates an empty cache of permits. */
export const makePermits = (): Permits => {
  const permits = new Map<string, CataloguePermit>()
  let current = 0
  return {
    get: (resource) => permits.get(resource),
    add: (permit, generation) => {
      if (generation === current) permits.set(permit.resource, permit)
    },
    generation: () => current,
    clear: () => {
      permits.clear()
      current++
    }
  }
}
