/** A request that the worker passes to the page. */
export interface BridgeRequest {
  readonly kind: "request"
  readonly url: string
  readonly method: string
  readonly headers: ReadonlyArray<readonly [string, string]>
  /** Absent for methods without a body. */
  readonly body?: ArrayBuffer
  readonly referrer: string
}

/** The caller has aborted. */
export interface BridgeAbort {
  readonly kind: "abort"
}

/** The response of the page. */
export type BridgeResponse =
  | {
      readonly kind: "response"
      readonly status: number
      readonly headers: ReadonlyArray<readonly [string, string]>
      readonly body: ArrayBuffer
    }
  /** The connection breaks. */
  | { readonly kind: "broken" }
