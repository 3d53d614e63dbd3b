/** What one client may cost the server before it is refused. Sizes in bytes, times in milliseconds. */
export interface ServerLimits {
  /** All request headers together; beyond it the server responds 431. */
  readonly headerBytes: number
  /** The request body; beyond it the server responds 413. */
  readonly bodyBytes: number
  /** Requests that one connection may have open; a client that pipelines more is cut off. */
  readonly pipelinedRequests: number
  /**
   * From the first byte of a request to the end of its headers; slower clients receive 408. A connection on which nothing
   * arrives for so long is closed.
   */
  readonly headersMilliseconds: number
  /** From the first byte of a request to the end of its body; slower clients receive 408. */
  readonly requestMilliseconds: number
  /** How long a refused client may go on sending before its connection is cut, so that it can read the refusal. */
  readonly lingerMilliseconds: number
  /** How long a response may take to its client. Until then the client's other requests cannot know of a 429. */
  readonly transitMilliseconds: number
  /** How long `close()` waits for requests in flight before it cuts them. */
  readonly closeMilliseconds: number
}

/**
 * No request of Adobe Pass comes near these sizes: its largest body is a SAML response of some tens of kilobytes, its
 * largest header a Base64 device description.
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
