/** The number of calls of each endpoint. */
export interface CallCounts {
  register: number
  token: number
  restV2: number
}

/** Creates a `fetch` that counts requests, so that the demo shows what was sent. */
export function countedFetch(): { readonly fetch: typeof globalThis.fetch; readonly counts: () => CallCounts } {
  const counts: CallCounts = { register: 0, token: 0, restV2: 0 }
  return {
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      if (pathname === "/o/client/register") counts.register += 1
      else if (pathname === "/o/client/token") counts.token += 1
      else counts.restV2 += 1
      return globalThis.fetch(input, init)
    },
    counts: () => ({ ...counts })
  }
}
