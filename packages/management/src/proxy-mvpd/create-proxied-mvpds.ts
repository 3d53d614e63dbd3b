import { runToPromise, type Cancellable, type ManagementTransport } from "../request/index.ts"
import type { ProxiedMvpd } from "./proxied-mvpd.ts"
import {
  removeAllProxiedMvpds,
  replaceProxiedMvpds,
  retrieveProxiedMvpds,
  type RemoveAllProxiedMvpdsOptions,
  type ReplaceProxiedMvpdsOptions
} from "./proxied-mvpds.ts"

/** Reads and replaces lists of proxied MVPDs, with promises that reject with a `ManagementError`. */
export interface ProxiedMvpds {
  /** Retrieves the list of a proxy MVPD. */
  readonly list: (proxyMvpd: string, call?: Cancellable) => Promise<ReadonlyArray<ProxiedMvpd>>
  /** Replaces the list if it has not changed since it was read. */
  readonly replace: (options: ReplaceProxiedMvpdsOptions, call?: Cancellable) => Promise<void>
  /** Removes every proxied MVPD, if the confirmation names the proxy MVPD. */
  readonly removeAll: (options: RemoveAllProxiedMvpdsOptions, call?: Cancellable) => Promise<void>
}

/**
 * Creates the functions for the MVPDs behind a proxy MVPD.
 *
 * Source: docs/protocol/management/proxy-mvpd.md.
 *
 * @example
 * ```ts
 * import { createManagementAccess } from "@tve-pass/management"
 * import { createProxiedMvpds, fingerprintOf } from "@tve-pass/management/proxy-mvpd"
 *
 * const access = createManagementAccess({ environment: "release-production", softwareStatement: "header.payload.signature" })
 * const proxiedMvpds = createProxiedMvpds(access)
 * const before = await proxiedMvpds.list("ProxyMVPD_Adobe")
 * await proxiedMvpds.replace({
 *   proxyMvpd: "ProxyMVPD_Adobe",
 *   list: [{ id: "firstMVPD", displayName: "First MVPD", logoUrl: "" }],
 *   expected: fingerprintOf(before)
 * })
 * ```
 */
export const createProxiedMvpds = (transport: ManagementTransport): ProxiedMvpds => ({
  list: (proxyMvpd, call) => runToPromise(retrieveProxiedMvpds(transport, proxyMvpd), call),
  replace: (options, call) => runToPromise(replaceProxiedMvpds(transport, options), call),
  removeAll: (options, call) => runToPromise(removeAllProxiedMvpds(transport, options), call)
})
