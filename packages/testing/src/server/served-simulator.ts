import type { Connection } from "../simulator/index.ts"

/** The part of a simulator that the server needs. */
export interface ServedSimulator {
  /** Responds to one request. */
  readonly handle: (request: Request, connection?: Connection) => Promise<Response>
}
