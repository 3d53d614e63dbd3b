import type { Viewer } from "../viewers/viewer.ts"

/** To whom a profile belongs: it is lost with the credentials and with the device identifier. */
export interface ProfileOwner {
  readonly clientId: string
  /** Base64 of the device identifier. */
  readonly device: string
  readonly serviceProvider: string
}

/** Proof that a viewer authenticated. */
export interface StoredProfile {
  readonly owner: ProfileOwner
  readonly mvpd: string
  readonly viewer: Viewer
  /** `appleSSO` came by the partner framework, `regular` by the MVPD's login page. */
  readonly type: "regular" | "appleSSO"
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  notAfter: number
  /** The MVPD or a test took it back. */
  invalidated: boolean
}

export const isValid = (profile: StoredProfile, now: number): boolean => !profile.invalidated && now < profile.notAfter
