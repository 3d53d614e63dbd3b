/** The network as a contestant is given it: an authorization server and an API behind one stub, on no wire. */
export interface Network {
  /** Both live here; the paths are those of Adobe Pass. */
  readonly origin: string
  readonly send: (request: Request) => Promise<Response>
}

/** One application that has been set up through a contestant's public API, as its documentation says. */
export interface Application {
  /**
   * One authorized GET of `path`, with all that the contestant does of its own accord: registration, token, waiting,
   * retries. Resolves with the last status that the application sees, also where the contestant reports it as an error;
   * rejects where it reports no status.
   */
  readonly call: (path: string, options?: { readonly signal?: AbortSignal }) => Promise<number>
  readonly close?: () => Promise<void>
}

/** A library that is measured, ours or a peer. */
export interface Contestant {
  /** As the table calls it. */
  readonly name: string
  /** The npm packages that an application installs; their exact versions are printed. */
  readonly packages: ReadonlyArray<string>
  /** Source of an entry that imports what `create` uses, for bundles. */
  readonly bundleEntry: string
  /** Whether it registers the client itself; one that does not is handed a pair. */
  readonly registersClient: boolean
  /** Whether it keeps to a rate of requests. */
  readonly throttles: boolean
  readonly create: (network: Network) => Promise<Application>
}
