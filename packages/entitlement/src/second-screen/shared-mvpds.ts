import type { SelectableMvpd } from "../mvpds/mvpd.ts"
import type { Cancellable } from "../options/cancellable.ts"

type Mvpds = ReadonlyArray<SelectableMvpd>

/** The list of MVPDs of a page. */
export interface SharedMvpds {
  /**
   * Resolves to the list, from the cache while it is fresh. Concurrent callers share one call; a signal cancels only
   * its caller.
   */
  readonly get: (options?: Cancellable) => Promise<Mvpds>
  readonly forget: () => void
}

/** Creates a cache of the MVPDs. Failures are not cached. */
export const makeSharedMvpds = (timeToLive: number, retrieve: () => Promise<Mvpds>): SharedMvpds => {
  let cached: { readonly mvpds: Promise<Mvpds>; readonly until: number } | undefined
  const fresh = (): Promise<Mvpds> => {
    const mvpds = retrieve()
    const entry = { mvpds, until: performance.now() + timeToLive }
    cached = entry
    mvpds.catch(() => {
      if (cached === entry) cached = undefined
    })
    return mvpds
  }
  return {
    get: ({ signal } = {}) => {
      const mvpds = cached !== undefined && performance.now() < cached.until ? cached.mvpds : fresh()
      return signal === undefined ? mvpds : Promise.race([mvpds, aborted(signal)])
    },
    forget: () => (cached = undefined)
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener("abort", abort, { once: true })
  })
