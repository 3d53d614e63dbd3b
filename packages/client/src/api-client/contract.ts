/** What the spec says about one operation, as far as a client needs it at run time. */
export interface Contract {
  /** Content type of the request body; absent for operations without one. */
  readonly contentType?: string
  /** Every documented status. */
  readonly statuses: ReadonlyArray<number>
}
