import type { Client } from "../registration/client.ts"

/** A bearer token that the simulator issued. */
export interface AccessToken {
  /** The `id` of the token response; no secret, hence the token's name in the journal. */
  readonly id: string
  readonly client: Client
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}
