import { examples } from "../../generated/dcr/examples.ts"

/** A registered application, which a software statement identifies (docs/protocol/dcr.md section 3). */
export interface ApplicationOptions {
  /** The statement, a compact JWS; opaque to the simulator. */
  readonly softwareStatement: string
  /** The name in the journal. Default: `application-1`, `application-2`, ... */
  readonly name?: string
  /**
   * `active` (default); `revoked` returns `unapproved_software_statement` and blocks everything derived from it;
   * `unapproved` was never accepted.
   */
  readonly status?: ApplicationStatus
  /**
   * The scopes of its clients. Without `api:client:v2`, as with a REST API V1 statement, every protected call returns
   * 401.
   */
  readonly scopes?: ReadonlyArray<string>
  /** Grant types its clients may use. Default: `client_credentials`. */
  readonly grantTypes?: ReadonlyArray<string>
  /** Service providers its tokens are valid for. Default: all. */
  readonly serviceProviders?: ReadonlyArray<string>
  /** Redirect URIs that registration returns. Default: the custom scheme of the sample. */
  readonly redirectUris?: ReadonlyArray<string>
  /**
   * The allowed domains of a `redirect_uri`. A URI with a custom scheme must be one of `redirectUris`. Default: every
   * absolute URI is allowed.
   */
  readonly domains?: ReadonlyArray<string>
}

/** Whether Adobe accepts a software statement. */
export type ApplicationStatus = "active" | "revoked" | "unapproved"

export interface Application extends Required<Omit<ApplicationOptions, "status" | "domains" | "serviceProviders">> {
  status: ApplicationStatus
  readonly domains: ReadonlyArray<string> | undefined
  readonly serviceProviders: ReadonlyArray<string> | undefined
}

/** The documented registration: the grant types, scopes and redirect URIs an application has by default. */
export const documentedCredentials = examples.registerClient[201]["application/json"].clientCredentials

/** Registered applications by software statement. */
export type Applications = ReadonlyMap<string, Application>

export const createApplications = (options: ReadonlyArray<ApplicationOptions>): Applications =>
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
