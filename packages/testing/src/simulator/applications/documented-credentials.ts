import { examples } from "../../generated/dcr/examples.ts"

/** The documented registration: the grant types, scopes and redirect URIs an application has unless told otherwise. */
export const documentedCredentials = examples.registerClient[201]["application/json"].clientCredentials
