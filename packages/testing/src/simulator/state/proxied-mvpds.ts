/** The lists of proxied MVPDs, by identifier of the proxy MVPD: the XML document as it was pushed. */
export type ProxiedMvpds = Map<string, string>

/** A list without members. */
export const noProxiedMvpds = "<proxiedMvpds></proxiedMvpds>"

export const createProxiedMvpds = (proxies: ReadonlyArray<string>): ProxiedMvpds =>
  new Map(proxies.map((proxy) => [proxy, noProxiedMvpds]))
