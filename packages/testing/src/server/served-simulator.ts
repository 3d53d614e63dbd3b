/** The part of a simulator that the server needs. */
export interface ServedSimulator {
  /** Responds to one request; `address` is the device that the throttle counts. */
  readonly handle: (request: Request, connection?: { readonly address?: string }) => Promise<Response>
}
