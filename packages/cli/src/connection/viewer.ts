import { readProfiles, type AuthenticatedProfile } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { CommandFailure } from "../failure/command-failure.ts"
import { serviceProviderOf } from "../settings/required-settings.ts"
import { attempt, call, type Connection } from "./connect.ts"

/** Returns the service provider of the settings. */
export const currentServiceProvider = ({ settings }: Connection) => attempt(async () => serviceProviderOf(settings))

/** Reads all profiles of this device. */
export const readAllProfiles = Effect.fnUntraced(function* (connection: Connection) {
  const path = { serviceProvider: yield* currentServiceProvider(connection) }
  const response = yield* call((signal) =>
    connection.restV2.GET("/api/v2/{serviceProvider}/profiles", { params: { path }, signal })
  )
  return readProfiles(response)
})

/**
 * Returns the MVPD of the flag, otherwise the one that the viewer is signed in with; of several, the one whose profile
 * ends last.
 */
export const selectedMvpd = Effect.fnUntraced(function* (connection: Connection, flag: string | undefined) {
  if (flag !== undefined) return flag
  const longest = (yield* readAllProfiles(connection)).reduce<AuthenticatedProfile | undefined>(
    (best, profile) => (best === undefined || lasts(profile) > lasts(best) ? profile : best),
    undefined
  )
  if (longest !== undefined) return longest.mvpd
  return yield* new CommandFailure({
    ending: "signInNeeded",
    code: "authenticated_profile_missing",
    message: "No viewer is signed in on this device.",
    action: "authentication",
    hint: "`tve-pass sign-in` signs a viewer in; --mvpd names an MVPD for temporary or degraded access."
  })
})

const lasts = ({ notAfter }: AuthenticatedProfile): number => notAfter ?? Number.POSITIVE_INFINITY

/** Returns `domainName` and `redirectUrl` of the settings, otherwise of the first domain in the configuration. */
export const websiteOf = Effect.fnUntraced(function* (connection: Connection) {
  const { settings, restV2 } = connection
  const set = settings.domainName?.value
  const domainName = set ?? (yield* firstDomain(connection, restV2))
  return { domainName, redirectUrl: settings.redirectUrl?.value ?? `https://${domainName}/` }
})

const firstDomain = Effect.fnUntraced(function* (connection: Connection, restV2: Connection["restV2"]) {
  const path = { serviceProvider: yield* currentServiceProvider(connection) }
  const { requestor } = yield* call((signal) =>
    restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path }, signal })
  )
  const domain = requestor.domains?.[0]?.name
  if (domain !== undefined) return domain
  return yield* new CommandFailure({
    ending: "usage",
    code: "usage",
    message: "The configuration of the service provider names no domain.",
    hint: "Set --domain-name or ADOBE_PASS_DOMAIN_NAME to the domain of your website."
  })
})
