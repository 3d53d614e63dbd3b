/** The part of a simulator that the server needs. */
export interface ServedSimulator {
  readonly handle: (request: Request, connection?: { readonly address?: string }) => Promise<Response>
}
