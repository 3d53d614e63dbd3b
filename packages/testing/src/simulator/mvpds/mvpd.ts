import type { ResourceRule } from "../decisions/resource-rule.ts"
import type { TemporaryAccessOptions } from "../temporary-access/temporary-access.ts"
import { createViewer, type Viewer, type ViewerOptions } from "../viewers/viewer.ts"
import type { Schemas } from "../wire/schemas.ts"

/** An identity provider, as the configuration lists it (docs/protocol/rest-api-v2.md section 5). */
export interface MvpdOptions {
  /** For example `Cablevision`. */
  readonly id: string
  /** Brand name; the id by default. */
  readonly displayName?: string
  readonly logoUrl?: string
  /** Further flags of the configuration: `isProxy`, `boardingStatus`, `platformMappingId`, ... */
  readonly flags?: MvpdFlags
  /** Service providers whose integration with this MVPD is inactive. */
  readonly disabledFor?: readonly string[] | "all"
  /** Makes it a pseudo-MVPD of the TempPass feature (docs/protocol/flows.md section 11). */
  readonly temporaryAccess?: TemporaryAccessOptions
  /** Its subscribers; the first signs in by default. Without any, whoever signs in is one. */
  readonly viewers?: readonly ViewerOptions[]
  /** What it decides on resources. Default: permit. */
  readonly resources?: readonly ResourceRule[]
  /** Whether it has an authorization endpoint; without one the source of decisions is `dummy`. Default true. */
  readonly decides?: boolean
  /** Whether it has a logout endpoint; without one logout is `complete`. Default true. */
  readonly logsOut?: boolean
  /** Seconds a profile lasts. Default: the simulator's `profileLifetime`. */
  readonly profileLifetime?: number
}

/** What else the configuration says about an MVPD. */
export type MvpdFlags = Omit<Partial<Schemas["Mvpd"]>, "id" | "displayName" | "logoUrl" | "isTempPass">

export interface Mvpd {
  readonly id: string
  readonly displayName: string
  readonly logoUrl: string
  readonly flags: MvpdFlags
  readonly temporaryAccess: TemporaryAccessOptions | undefined
  readonly viewers: readonly Viewer[]
  /** Grows at the front when a test adds a rule. */
  readonly resources: ResourceRule[]
  readonly decides: boolean
  readonly logsOut: boolean
  readonly profileLifetime: number | undefined
}

const createMvpd = (options: MvpdOptions): Mvpd => ({
  id: options.id,
  displayName: options.displayName ?? options.id,
  logoUrl:
    options.logoUrl ?? `https://entitlement.auth.adobe.com/entitlement/logos/${encodeURIComponent(options.id)}.png`,
  flags: options.flags ?? {},
  temporaryAccess: options.temporaryAccess,
  viewers: (options.viewers ?? []).map(createViewer),
  resources: [...(options.resources ?? [])],
  decides: options.decides ?? true,
  logsOut: options.logsOut ?? true,
  profileLifetime: options.profileLifetime
})

/** MVPDs by id, in the order of the picker. */
export const createMvpds = (options: readonly MvpdOptions[]): ReadonlyMap<string, Mvpd> =>
  new Map(options.map((mvpd) => [mvpd.id, createMvpd(mvpd)]))
