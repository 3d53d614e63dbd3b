import type { Application } from "../applications/application.ts"

/** One registration: what a client credentials pair stands for. It never expires. */
export interface Client {
  readonly id: string
  readonly secret: string
  readonly application: Application
  revoked: boolean
}
