/** An identity provider, as the configuration lists it (docs/protocol/rest-api-v2.md section 5). */
export interface MvpdOptions {
  /** For example `Cablevision`. */
  readonly id: string
  /** Brand name; the id by default. */
  readonly displayName?: string
  readonly logoUrl?: string
  /** Whether its users authenticate through a proxy MVPD. */
  readonly isProxy?: boolean
  /** Service providers whose integration with this MVPD is inactive. */
  readonly disabledFor?: readonly string[] | "all"
  /** Makes it a pseudo-MVPD of the TempPass feature (docs/protocol/flows.md section 11). */
  readonly temporaryAccess?: TemporaryAccessOptions
}

export type TemporaryAccessOptions =
  /** Limited in time, from the first authorization. `duration` is seconds. */
  | { readonly type: "basic"; readonly duration: number }
  /** Limited in time and resources, for one device or one user identity. */
  | { readonly type: "promotional"; readonly duration: number; readonly resources: number }
  /** Answers `invalid_configuration_temporary_access`. */
  | { readonly type: "misconfigured" }

export interface Mvpd {
  readonly id: string
  readonly displayName: string
  readonly logoUrl: string
  readonly isProxy: boolean
  readonly temporaryAccess: TemporaryAccessOptions | undefined
  readonly disabledFor: Set<string>
}

export const createMvpds = (
  options: readonly MvpdOptions[],
  serviceProviders: Iterable<string>
): ReadonlyMap<string, Mvpd> => {
  const everyServiceProvider = [...serviceProviders]
  return new Map(
    options.map((mvpd) => [
      mvpd.id,
      {
        id: mvpd.id,
        displayName: mvpd.displayName ?? mvpd.id,
        logoUrl:
          mvpd.logoUrl ?? `https://entitlement.auth.adobe.com/entitlement/logos/${encodeURIComponent(mvpd.id)}.png`,
        isProxy: mvpd.isProxy ?? false,
        temporaryAccess: mvpd.temporaryAccess,
        disabledFor: new Set(mvpd.disabledFor === "all" ? everyServiceProvider : mvpd.disabledFor)
      }
    ])
  )
}
