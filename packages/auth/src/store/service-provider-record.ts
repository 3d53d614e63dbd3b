/**
 * Which service providers the client credentials of an application have worked for, and for which a new registration
 * did not help (rule 4). Advisory: it is written without the lock, and a lost write costs one registration at most.
 */
export interface ServiceProviderRecord {
  /** The client that `accepted` is about. */
  readonly clientId: string
  readonly accepted: ReadonlyArray<string>
  readonly refused: ReadonlyArray<string>
}
