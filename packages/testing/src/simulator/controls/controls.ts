import type { DegradationRule } from "../state/integrations.ts"
import type { ResourceRule } from "../state/mvpds.ts"

/** A service provider's tie to an MVPD. Without `serviceProvider`: of every service provider. */
export interface IntegrationSelector {
  readonly mvpd: string
  readonly serviceProvider?: string
}

/** Which profiles; a member left out means any. */
export interface ProfileSelector {
  readonly mvpd?: string
  readonly serviceProvider?: string
  readonly clientId?: string
  /** Raw identifier, before it is Base64 in AP-Device-Identifier. */
  readonly deviceIdentifier?: string
}

/** A profile to give, as if the viewer had signed in before. */
export interface ProfileGrant {
  readonly clientId: string
  /** Raw identifier, before it is Base64 in AP-Device-Identifier. */
  readonly deviceIdentifier: string
  readonly mvpd: string
  /** Default: the simulator's first. */
  readonly serviceProvider?: string
  /** Who signed in. Default: the MVPD's first viewer. */
  readonly viewer?: string
}

/** An authentication session. */
export interface SessionSummary {
  readonly code: string
  readonly serviceProvider: string
  /** `undefined` until the session has one. */
  readonly mvpd: string | undefined
  /** `expired` also when a newer code of the same device superseded it. */
  readonly state: "waiting" | "signedIn" | "declined" | "expired"
  /** Milliseconds since the epoch. */
  readonly notAfter: number
}

/** Which trials of a TempPass. */
export interface TrialSelector extends IntegrationSelector {
  /** Raw identifier; every device if left out. */
  readonly deviceIdentifier?: string
}

/**
 * Changes the simulated Adobe Pass behind the application's back. Each method throws when it names something
 * that does not exist: a test that changes nothing proves nothing.
 */
export interface SimulatorControls {
  /** What happens at the MVPD's login page, without the page. */
  readonly mvpd: {
    /** A viewer signs in; the MVPD's first one by default. Returns where the user agent ends. */
    signIn(code: string, viewer?: string): { readonly redirectUrl: string }
    /** A viewer closes or declines; the session stays open. Returns where the user agent ends. */
    decline(code: string): { readonly redirectUrl: string }
    /** Adds a rule that applies from now on, before the existing rules. Its `decision` is `permit` or any enhanced error code. */
    rule(mvpd: string, rule: ResourceRule): void
  }
  /** The authentication sessions, oldest first, until they are forgotten. */
  sessions(): ReadonlyArray<SessionSummary>
  /** The partner framework (Apple), without the device. */
  readonly partner: {
    /** Returns the response of the framework: XML, to be cleaned, Base64-encoded and sent as `SAMLResponse`. */
    samlResponse(mvpd: string, viewer?: string): string
  }
  /** Revokes a statement: registration, credentials, tokens and profiles of its application end. */
  revokeStatement(softwareStatement: string): void
  /** Revokes client credentials: the token call returns `invalid_client`, calls with their tokens 401. */
  revokeClient(clientId: string): void
  /** Revokes one access token, as if it had expired. */
  revokeToken(accessToken: string): void
  /** Revokes every access token; the credentials stay valid. */
  revokeTokens(): void
  /** Takes the MVPD out of the configuration; its viewers can do nothing until it comes back. */
  disableIntegration(integration: IntegrationSelector): void
  /** Brings a disabled MVPD back. */
  enableIntegration(integration: IntegrationSelector): void
  /** Puts an integration under a degradation rule, until it ends. `message` reaches viewers in `details`. */
  degrade(integration: IntegrationSelector & { readonly rule: DegradationRule; readonly message?: string }): void
  /** Ends the degradation rule of an integration. */
  endDegradation(integration: IntegrationSelector): void
  /** Gives a device a profile as if its viewer had signed in before. */
  grantProfile(grant: ProfileGrant): void
  /** Lets profiles end now. */
  expireProfiles(selector?: ProfileSelector): void
  /** The MVPD takes profiles back: `authenticated_profile_invalidated`. */
  invalidateProfiles(selector?: ProfileSelector): void
  /** Lets a session and its code end now. */
  expireSession(code: string): void
  /** Uses up the time of a TempPass. */
  exhaustTemporaryAccess(trial: TrialSelector & { readonly deviceIdentifier: string }): void
  /** Does what the Reset TempPass API does: trials start again. */
  resetTemporaryAccess(trial: TrialSelector): void
}
