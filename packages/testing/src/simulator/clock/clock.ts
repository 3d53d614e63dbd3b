/** The clock of a simulator. Tests can replace it, so that six hours pass in a microsecond. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /**
   * Resolves after `milliseconds`; rejects with the signal's reason once `signal` aborts. Used by faults that delay,
   * never by an operation.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
