/** Limits of one client. Sizes are in bytes, times in milliseconds. */
export interface ServerLimits {
  /** The size of all request headers together. Larger ones are refused with 431. */
  readonly headerBytes: number
  /** The size of the request body. Larger ones are refused with 413. */
  readonly bodyBytes: number
  /** The open requests of one connection. A client that pipelines more is disconnected. */
  readonly pipelinedRequests: number
  /**
   * The time from the first byte of a request to the end of its headers. Slower clients receive 408. A connection
   * without any data is closed after this time.
   */
  readonly headersMilliseconds: number
  /** The time from the first byte of a request to the end of its body. Slower clients receive 408. */
  readonly requestMilliseconds: number
  /** How long a refused client may continue to send before it is disconnected, so that it can read the refusal. */
  readonly lingerMilliseconds: number
  /** The assumed time of a response to its client. During it, other requests of the client cannot know of a 429. */
  readonly transitMilliseconds: number
  /** How long `close()` waits for requests in flight before it disconnects them. */
  readonly closeMilliseconds: number
}

/**
 * The default limits. Requests to Adobe Pass are much smaller: the largest body is a SAML response of some tens of
 * kilobytes, the largest header a Base64 device description.
 */
export const defaultServerLimits: ServerLimits = {
  headerBytes: 64 * 1024,
  bodyBytes: 1024 * 1024,
  pipelinedRequests: 100,
  headersMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  lingerMilliseconds: 1_000,
  transitMilliseconds: 100,
  closeMilliseconds: 2_000
}
