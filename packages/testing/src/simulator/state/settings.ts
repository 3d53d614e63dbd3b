import { defaultReadings, type Readings } from "./readings.ts"

/** The settings of a simulator. Lifetimes are in seconds. */
export interface Settings {
  /** Lifetime of an access token. Default 21600, six hours (C-DCR-2). */
  readonly tokenLifetime: number
  /** Lifetime of an authentication session and its code. Default 1800. */
  readonly sessionLifetime: number
  /** Lifetime of a profile, unless the MVPD sets another. Default 31536000, a year, as in the sample. */
  readonly profileLifetime: number
  /** Validity of an authorization decision. Default 3600. */
  readonly authorizationLifetime: number
  /** Validity of a media token. Default 420, seven minutes (C-MT-1). */
  readonly mediaTokenLifetime: number
  /** The most resources of one authorization request. Default 1. */
  readonly authorizeLimit: number
  /** The most resources of one preauthorization request. Default 5. */
  readonly preauthorizeLimit: number
  /** Whether requests with violations that the real server ignores are refused. Default `false`. */
  readonly strict: boolean
  /** The most bytes of a request body. Default 1 MiB. */
  readonly bodyLimit: number
  /** The behaviour where the documentation is silent. */
  readonly readings: Readings
}

const defaultSettings: Settings = {
  tokenLifetime: 21_600,
  sessionLifetime: 1_800,
  profileLifetime: 31_536_000,
  authorizationLifetime: 3_600,
  mediaTokenLifetime: 420,
  authorizeLimit: 1,
  preauthorizeLimit: 5,
  strict: false,
  bodyLimit: 1_048_576,
  readings: defaultReadings
}

/** Optional settings. `readings` may be incomplete too. */
export type SettingsOptions = Partial<Omit<Settings, "readings">> & { readonly readings?: Partial<Readings> }

export const createSettings = (options: SettingsOptions): Settings => ({
  tokenLifetime: options.tokenLifetime ?? defaultSettings.tokenLifetime,
  sessionLifetime: options.sessionLifetime ?? defaultSettings.sessionLifetime,
  profileLifetime: options.profileLifetime ?? defaultSettings.profileLifetime,
  authorizationLifetime: options.authorizationLifetime ?? defaultSettings.authorizationLifetime,
  mediaTokenLifetime: options.mediaTokenLifetime ?? defaultSettings.mediaTokenLifetime,
  authorizeLimit: options.authorizeLimit ?? defaultSettings.authorizeLimit,
  preauthorizeLimit: options.preauthorizeLimit ?? defaultSettings.preauthorizeLimit,
  strict: options.strict ?? defaultSettings.strict,
  bodyLimit: options.bodyLimit ?? defaultSettings.bodyLimit,
  readings: { ...defaultReadings, ...options.readings }
})
