/** A request to one of the management APIs. */
export interface ManagementCall {
  readonly request: Request
  readonly url: URL
  /** Milliseconds since the epoch. */
  readonly now: number
}
