import type { EnhancedErrorCode, Schemas } from "../protocol/schemas.ts"

/** What an MVPD decides on a resource. The first rule that fits counts; without one the response is a permit. */
export interface ResourceRule {
  /** The resource as requested, a plain id or an MRSS string; `*` is every resource. */
  readonly resource: string
  /** Which request it is for. Default: both. */
  readonly on?: DecisionKind
  /** `deny` is `authorization_denied_by_mvpd` or `preauthorization_denied_by_mvpd`; any other code of the catalogue works. */
  readonly decision: "permit" | "deny" | EnhancedErrorCode
  /** Text of the MVPD for the viewer. */
  readonly details?: string
}

/** Which request a rule is for. */
export type DecisionKind = "authorize" | "preauthorize"

/** A TempPass (docs/protocol/flows.md section 11); `duration` is seconds from the first authorization. */
export type TemporaryAccessOptions =
  | { readonly type: "basic"; readonly duration: number }
  /** Also limited in resources, for one device or one user identity. */
  | { readonly type: "promotional"; readonly duration: number; readonly resources: number }
  /** Responds `invalid_configuration_temporary_access`. */
  | { readonly type: "misconfigured" }

/** A subscriber of an MVPD. */
export interface ViewerOptions {
  /** Who it is at the MVPD; also the `userID` of the profile, unless `attributes` has one. */
  readonly id: string
  /** For the login page; the id by default. */
  readonly name?: string
  /** User metadata beside `userID` (docs/protocol/rest-api-v2.md section 11). `state` is `plain` by default. */
  readonly attributes?: Readonly<Record<string, ViewerAttribute>>
  /** Rules that go before those of the MVPD. */
  readonly resources?: ReadonlyArray<ResourceRule>
}

/** One piece of user metadata. */
export interface ViewerAttribute {
  /** String, number, boolean, list or object; always a string when encrypted. */
  readonly value: unknown
  readonly state?: "plain" | "enc"
}

export interface Viewer extends Required<ViewerOptions> {}

export const createViewer = ({ id, name, attributes, resources }: ViewerOptions): Viewer => ({
  id,
  name: name ?? id,
  attributes: attributes ?? {},
  resources: resources ?? []
})

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
  readonly disabledFor?: ReadonlyArray<string> | "all"
  /** Makes it a pseudo-MVPD of the TempPass feature (docs/protocol/flows.md section 11). */
  readonly temporaryAccess?: TemporaryAccessOptions
  /** Its subscribers; the first signs in by default. Without any, every name signs in. */
  readonly viewers?: ReadonlyArray<ViewerOptions>
  /** What it decides on resources. Default: permit. */
  readonly resources?: ReadonlyArray<ResourceRule>
  /** Whether it has an authorization endpoint; without one the source of decisions is `dummy`. Default true. */
  readonly decides?: boolean
  /** Whether it has a logout endpoint; without one logout is `complete`. Default true. */
  readonly logsOut?: boolean
  /**
   * Whether its integrations enable single sign-on by service token. Where they do not, AD-Service-Token is ignored without
   * an error (C-CH-4). Default true.
   */
  readonly serviceTokens?: boolean
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
  readonly viewers: ReadonlyArray<Viewer>
  /** Grows at the front when a test adds a rule. */
  readonly resources: ResourceRule[]
  readonly decides: boolean
  readonly logsOut: boolean
  readonly serviceTokens: boolean
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
  serviceTokens: options.serviceTokens ?? true,
  profileLifetime: options.profileLifetime
})

/** MVPDs by id, in the order of the picker. */
export const createMvpds = (options: ReadonlyArray<MvpdOptions>): ReadonlyMap<string, Mvpd> =>
  new Map(options.map((mvpd) => [mvpd.id, createMvpd(mvpd)]))

/** The viewer who signs in by default at an MVPD without named viewers. */
const defaultViewer = "viewer"

/**
 * The viewer of that id, or the first one without an id; `undefined` if the MVPD does not know the viewer. An MVPD without
 * named viewers accepts every id.
 */
export const findViewer = (mvpd: Mvpd, id: string | undefined): Viewer | undefined => {
  if (mvpd.viewers.length === 0) return createViewer({ id: id ?? defaultViewer })
  return id === undefined ? mvpd.viewers[0] : mvpd.viewers.find((viewer) => viewer.id === id)
}
