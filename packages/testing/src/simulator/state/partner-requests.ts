/** For which MVPD each device was given a partner authentication request last; the oldest are forgotten. */
export interface PartnerRequests {
  note(device: string, mvpd: string): void
  /** The MVPD of the request a device has not responded to yet. */
  take(device: string): string | undefined
}

const limit = 10_000

export const createPartnerRequests = (): PartnerRequests => {
  const mvpds = new Map<string, string>()
  return {
    note: (device, mvpd) => {
      mvpds.delete(device)
      mvpds.set(device, mvpd)
      const [oldest] = mvpds.keys()
      if (mvpds.size > limit && oldest !== undefined) mvpds.delete(oldest)
    },
    take: (device) => {
      const mvpd = mvpds.get(device)
      mvpds.delete(device)
      return mvpd
    }
  }
}
