/** Options of a call that the application can cancel. */
export interface Cancellable {
  readonly signal?: AbortSignal | undefined
}
