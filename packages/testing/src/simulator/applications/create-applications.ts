import type { Application, ApplicationOptions } from "./application.ts"
import { documentedCredentials } from "./documented-credentials.ts"

/** Registered applications by software statement. */
export type Applications = ReadonlyMap<string, Application>

export const createApplications = (options: readonly ApplicationOptions[]): Applications =>
  new Map(options.map((application, index) => [application.softwareStatement, resolveApplication(application, index)]))

const resolveApplication = (options: ApplicationOptions, index: number): Application => ({
  softwareStatement: options.softwareStatement,
  name: options.name ?? `application-${index + 1}`,
  status: options.status ?? "active",
  scopes: options.scopes ?? documentedCredentials.scopes,
  grantTypes: options.grantTypes ?? documentedCredentials.grant_types,
  serviceProviders: options.serviceProviders,
  redirectUris: options.redirectUris ?? documentedCredentials.redirect_uris,
  domains: options.domains
})
