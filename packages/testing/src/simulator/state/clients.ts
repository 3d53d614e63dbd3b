import type { Application, Applications } from "./applications.ts"

/** One registration, with its client credentials. It never expires. */
export interface Client {
  readonly id: string
  readonly secret: string
  readonly application: Application
  revoked: boolean
}

/** Credentials that an application has registered and stored before. */
export interface ClientOptions {
  readonly clientId: string
  readonly clientSecret: string
  /** The software statement of the registration. Default: that of the first application. */
  readonly softwareStatement?: string
}

/** Creates the initial clients of a simulator, by client id. */
export const createClients = (
  options: ReadonlyArray<ClientOptions>,
  applications: Applications
): Map<string, Client> => {
  const [first] = applications.values()
  return new Map(
    options.map(({ clientId, clientSecret, softwareStatement }) => {
      const application = softwareStatement === undefined ? first : applications.get(softwareStatement)
      if (application === undefined) {
        throw new Error(
          `Failed to create the client ${clientId}: no application has its statement. Did you forget it in \`applications\`?`
        )
      }
      return [clientId, { id: clientId, secret: clientSecret, application, revoked: false }]
    })
  )
}
