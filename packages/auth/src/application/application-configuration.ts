import * as Context from "effect/Context"
import type * as Redacted from "effect/Redacted"
import type { ApplicationKey } from "./application-key.ts"

/** A validated application instance: what the requests of registration, token and protected calls are made from. */
export interface ApplicationConfiguration {
  /** For example `https://sp.auth.adobe.com`, without a trailing slash. */
  readonly origin: string
  /** The trimmed JWT. */
  readonly softwareStatement: Redacted.Redacted
  /** Sent to `register`; `undefined` leaves it out. */
  readonly redirectUri: string | undefined
  /** Tells app instances apart that share a store: `default` in an app, the device's id on a server. */
  readonly instanceId: string
  /** The headers that identify the device, by name, ready to be sent; see {@link DeviceHeaders}. */
  readonly deviceHeaders: DeviceHeaders
  readonly key: ApplicationKey
}

/**
 * The device's headers with their final values. DCR calls carry `X-Device-Info` and `X-Forwarded-For`, protected calls
 * all three. `X-Forwarded-For` exists in server mode only (rule 18).
 */
export interface DeviceHeaders {
  readonly "AP-Device-Identifier"?: string
  readonly "X-Device-Info"?: string
  readonly "X-Forwarded-For"?: string
}

/** The application that the services of this package work for. */
export class Application extends Context.Service<Application, ApplicationConfiguration>()(
  "@tve-pass/auth/application/Application"
) {}
