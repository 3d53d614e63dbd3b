/** Addresses that operation 11 gave out, and where each leads; the oldest are forgotten. */
export interface LogoutAddresses {
  /** @param address Path and query. */
  note(address: string, redirectUrl: string): void
  target(address: string): string | undefined
}

const limit = 1_000

export const createLogoutAddresses = (): LogoutAddresses => {
  const targets = new Map<string, string>()
  return {
    note: (address, redirectUrl) => {
      targets.delete(address)
      targets.set(address, redirectUrl)
      const [oldest] = targets.keys()
      if (targets.size > limit && oldest !== undefined) targets.delete(oldest)
    },
    target: (address) => targets.get(address)
  }
}
