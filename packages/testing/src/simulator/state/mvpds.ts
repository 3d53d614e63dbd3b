import type { EnhancedErrorCode, Schemas } from "../protocol/schemas.ts"

/**
 * A rule for an MVPD's decision about a resource. The first matching rule applies. Without one the decision is a
 * permit.
 */
export interface ResourceRule {
  /** The resource as requested, a plain id or an MRSS string; `*` means every resource. */
  readonly resource: string
  /** The kind of request that it applies to. Default: both. */
  readonly on?: DecisionKind
  /**
   * `permit`, `deny` (`authorization_denied_by_mvpd` or `preauthorization_denied_by_mvpd`), or any other code of the
   * catalogue.
   */
  readonly decision: "permit" | "deny" | EnhancedErrorCode
  /** The message of the MVPD for the viewer. */
  readonly details?: string
}

/** The kind of request that a rule applies to. */
export type DecisionKind = "authorize" | "preauthorize"

/** A TempPass (docs/protocol/flows.md section 11); `duration` is seconds from the first authorization. */
export type TemporaryAccessOptions =
  | { readonly type: "basic"; readonly duration: number }
  /** The limit of resources of a promotional TempPass, for one device or one user identity. */
  | { readonly type: "promotional"; readonly duration: number; readonly resources: number }
  /** Responds `invalid_configuration_temporary_access`. */
  | { readonly type: "misconfigured" }

/** A subscriber of an MVPD. */
export interface ViewerOptions {
  /** The id of the viewer at the MVPD; also the `userID` of the profile, unless `attributes` has one. */
  readonly id: string
  /** The name on the login page. Default: the id. */
  readonly name?: string
  /** User metadata other than `userID` (docs/protocol/rest-api-v2.md section 11). Default `state`: `plain`. */
  readonly attributes?: Readonly<Record<string, ViewerAttribute>>
  /** Rules that precede those of the MVPD. */
  readonly resources?: ReadonlyArray<ResourceRule>
}

/** One piece of user metadata. */
export interface ViewerAttribute {
  /** A string, number, boolean, list or object; always a string if encrypted. */
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
  /** Brand name. Default: the id. */
  readonly displayName?: string
  readonly logoUrl?: string
  /** Further flags of the configuration: `isProxy`, `boardingStatus`, `platformMappingId`, ... */
  readonly flags?: MvpdFlags
  /** Service providers whose integration with this MVPD is inactive. */
  readonly disabledFor?: ReadonlyArray<string> | "all"
  /** Makes it a TempPass (docs/protocol/flows.md section 11). */
  readonly temporaryAccess?: TemporaryAccessOptions
  /** Its subscribers; the first signs in by default. Without subscribers, every name can sign in. */
  readonly viewers?: ReadonlyArray<ViewerOptions>
  /** The rules of its decisions. Default: permit. */
  readonly resources?: ReadonlyArray<ResourceRule>
  /** Whether it has an authorization endpoint. Without one, the source of decisions is `dummy`. Default `true`. */
  readonly decides?: boolean
  /** Whether it has a logout endpoint. Without one, the logout action is `complete`. Default `true`. */
  readonly logsOut?: boolean
  /**
   * Whether its integrations enable single sign-on by service token. If not, AD-Service-Token is ignored without an
   * error (C-CH-4). Default `true`.
   */
  readonly serviceTokens?: boolean
  /** Lifetime of a profile in seconds. Default: the simulator's `profileLifetime`. */
  readonly profileLifetime?: number
}

/** The other members of an MVPD in the configuration. */
export type MvpdFlags = Omit<Partial<Schemas["Mvpd"]>, "id" | "displayName" | "logoUrl" | "isTempPass">

export interface Mvpd {
  readonly id: string
  readonly displayName: string
  readonly logoUrl: string
  readonly flags: MvpdFlags
  readonly temporaryAccess: TemporaryAccessOptions | undefined
  readonly viewers: ReadonlyArray<Viewer>
  /** A test adds rules at the front. */
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

/** The default viewer of an MVPD without named viewers. */
const defaultViewer = "viewer"

/**
 * Returns the viewer with an id, or the first one without an id. Returns `undefined` if the MVPD does not know the
 * viewer. An MVPD without named viewers accepts every id.
 */
export const findViewer = (mvpd: Mvpd, id: string | undefined): Viewer | undefined => {
  if (mvpd.viewers.length === 0) return createViewer({ id: id ?? defaultViewer })
  return id === undefined ? mvpd.viewers[0] : mvpd.viewers.find((viewer) => viewer.id === id)
}
