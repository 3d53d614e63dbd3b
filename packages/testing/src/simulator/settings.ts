/** Numbers and choices of a simulator; lifetimes are seconds. */
export interface Settings {
  /** Lifetime of an access token. Default 21600 (C-DCR-2). */
  readonly tokenLifetime: number
  /** Whether what the real server silently ignores fails the request. Default false. */
  readonly strict: boolean
  /** Bytes of a request body that are read at most. Default 1 MiB. */
  readonly bodyLimit: number
}

export const defaultSettings: Settings = {
  tokenLifetime: 21_600,
  strict: false,
  bodyLimit: 1_048_576
}
