import type { CatalogueDecision } from "./catalogue-decision.ts"

type CataloguePermit = CatalogueDecision & { readonly kind: "permit" }

/** The permits of one profile, in memory only (M-PRE-4). Denials are not kept: they may end at any time. */
export interface Permits {
  readonly get: (resource: string) => CataloguePermit | undefined
  /** Keeps a permit that was asked for in `generation`; one that was asked for before a `clear` is dropped. */
  readonly add: (permit: CataloguePermit, generation: number) => void
  /** Changes with each `clear`. */
  readonly generation: () => number
  /** Forgets all: after a sign-out, with another profile, and when the client credentials were replaced. */
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
