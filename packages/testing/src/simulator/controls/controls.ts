import type { DegradationRule } from "../state/integrations.ts"
import type { ResourceRule } from "../state/mvpds.ts"

/** The integration of a service provider with an MVPD. Without `serviceProvider`: of all service providers. */
export interface IntegrationSelector {
  readonly mvpd: string
  readonly serviceProvider?: string
}

/** Selects profiles. An absent member selects all. */
export interface ProfileSelector {
  readonly mvpd?: string
  readonly serviceProvider?: string
  readonly clientId?: string
  /** Raw identifier, before it is Base64 in AP-Device-Identifier. */
  readonly deviceIdentifier?: string
}

/** A profile to grant, as if the viewer had signed in before. */
export interface ProfileGrant {
  readonly clientId: string
  /** Raw identifier, before it is Base64 in AP-Device-Identifier. */
  readonly deviceIdentifier: string
  readonly mvpd: string
  /** Default: the simulator's first service provider. */
  readonly serviceProvider?: string
  /** The viewer who signed in. Default: the MVPD's first viewer. */
  readonly viewer?: string
}

/** An authentication session. */
export interface SessionSummary {
  readonly code: string
  readonly serviceProvider: string
  /** The MVPD, or `undefined` until the session has one. */
  readonly mvpd: string | undefined
  /** The state; `expired` also if a newer code of the same device superseded this one. */
  readonly state: "waiting" | "signedIn" | "declined" | "expired"
  /** The end of the code in milliseconds since the epoch. */
  readonly notAfter: number
}

/** Selects trials of a TempPass. */
export interface TrialSelector extends IntegrationSelector {
  /** The identifier before it is encoded. Default: every device. */
  readonly deviceIdentifier?: string
}

/**
 * Changes the state of the simulated Adobe Pass without a request of the application. Each method throws if its
 * argument names something that does not exist.
 */
export interface SimulatorControls {
  /** Actions of the viewer on the MVPD's login page. */
  readonly mvpd: {
    /**
     * Signs a viewer in with a code. Default: the MVPD's first viewer. Returns the address at which the user agent
     * ends.
     */
    signIn(code: string, viewer?: string): { readonly redirectUrl: string }
    /** Closes or declines the login. The session stays open. Returns the address at which the user agent ends. */
    decline(code: string): { readonly redirectUrl: string }
    /** Adds a rule that applies from now on, before the existing rules. Its `decision` is `permit` or any enhanced error code. */
    rule(mvpd: string, rule: ResourceRule): void
  }
  /** Returns the authentication sessions in memory, oldest first. */
  sessions(): ReadonlyArray<SessionSummary>
  /** The partner framework (Apple). */
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
  /** Removes the MVPD from the configuration. Calls for its viewers fail until it is enabled again. */
  disableIntegration(integration: IntegrationSelector): void
  /** Enables a disabled MVPD again. */
  enableIntegration(integration: IntegrationSelector): void
  /**
   * Applies a degradation rule to an integration, until `endDegradation`. `message` is sent in `details`, for viewers.
   */
  degrade(integration: IntegrationSelector & { readonly rule: DegradationRule; readonly message?: string }): void
  /** Ends the degradation rule of an integration. */
  endDegradation(integration: IntegrationSelector): void
  /** Grants a device a profile, as if its viewer had signed in before. */
  grantProfile(grant: ProfileGrant): void
  /** Expires profiles now. */
  expireProfiles(selector?: ProfileSelector): void
  /** Invalidates profiles on behalf of the MVPD: `authenticated_profile_invalidated`. */
  invalidateProfiles(selector?: ProfileSelector): void
  /** Expires a session and its code now. */
  expireSession(code: string): void
  /** Uses up the time of a TempPass. */
  exhaustTemporaryAccess(trial: TrialSelector & { readonly deviceIdentifier: string }): void
  /** Resets trials, like the Reset TempPass API. */
  resetTemporaryAccess(trial: TrialSelector): void
}
