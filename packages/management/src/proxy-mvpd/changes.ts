import { createHash } from "node:crypto"
import type { ProxiedMvpd } from "./proxied-mvpd.ts"

/** The differences between two lists, by id. */
export interface ProxiedMvpdChanges {
  readonly added: ReadonlyArray<ProxiedMvpd>
  readonly removed: ReadonlyArray<ProxiedMvpd>
  readonly changed: ReadonlyArray<{ readonly before: ProxiedMvpd; readonly after: ProxiedMvpd }>
}

/**
 * Compares two lists. The order of the lists, and of the service providers of an MVPD, does not count.
 *
 * @example
 * ```ts
 * const { added, removed, changed } = compareProxiedMvpds(before, after)
 * console.log(added.length, removed.length, changed.length)
 * ```
 */
export const compareProxiedMvpds = (
  before: ReadonlyArray<ProxiedMvpd>,
  after: ReadonlyArray<ProxiedMvpd>
): ProxiedMvpdChanges => {
  const earlier = new Map(before.map((mvpd) => [mvpd.id, mvpd]))
  const later = new Map(after.map((mvpd) => [mvpd.id, mvpd]))
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: before.flatMap((mvpd) => {
      const other = later.get(mvpd.id)
      return other === undefined || canonical(mvpd) === canonical(other) ? [] : [{ before: mvpd, after: other }]
    })
  }
}

/**
 * Returns a fingerprint of a list, which `replaceProxiedMvpds` compares before it replaces. The service has no ETag, so
 * two simultaneous writers may still overwrite each other in the short time between the comparison and the replacement.
 *
 * @example
 * ```ts
 * const before = await proxiedMvpds.list("ProxyMVPD_Adobe")
 * await proxiedMvpds.replace({ proxyMvpd: "ProxyMVPD_Adobe", list, expected: fingerprintOf(before) })
 * ```
 */
export const fingerprintOf = (list: ReadonlyArray<ProxiedMvpd>): string =>
  createHash("sha256").update(list.map(canonical).sort().join("\n")).digest("hex")

const canonical = ({ id, providerId, displayName, logoUrl, iframeSize, serviceProviders }: ProxiedMvpd): string =>
  JSON.stringify([
    id,
    providerId ?? null,
    displayName,
    logoUrl,
    iframeSize === undefined ? null : [iframeSize.height, iframeSize.width],
    serviceProviders === undefined ? null : [...serviceProviders].sort()
  ])
