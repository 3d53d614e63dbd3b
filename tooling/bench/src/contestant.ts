import type { Column } from "./report/column.ts"

/** The network as a contestant is given it: an authorization server and an API behind one stub, on no wire. */
export interface Network {
  /** Both live here; the paths are those of Adobe Pass. */
  readonly origin: string
  /** As the platform's: makes a `Request` of what it is given. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
}

/** One authorized GET of a path. */
export type Call = (path: string, options?: { readonly signal?: AbortSignal }) => Promise<number>

/** One application that has been set up through a contestant's public API, as its documentation says. */
export interface Application {
  /**
   * With all that the contestant does of its own accord: registration, token, waiting, retries. Resolves with the last
   * status that the application sees, also where the contestant reports it as an error; rejects where there is none.
   */
  readonly call: Call
  /**
   * The same request, as the contestant hands it to its network, with a bearer that never changes: what is left of a
   * call without the contestant.
   */
  readonly callWithStaticBearer: Call
  readonly close?: () => Promise<void>
}

/** What becomes of an `AbortSignal` that is given to one call. */
export type Abort =
  | { readonly by: "signal" }
  /** It cannot be given one that reaches a token call, so that no caller can abort for another. */
  | { readonly by: "nothing"; readonly reason: string }

/** A library that is measured, ours or a peer. */
export interface Contestant extends Column {
  /** Source of a module that imports what `create` uses, for bundles. */
  readonly bundleEntry: string
  /** Whether it registers the client itself; one that does not is handed a pair. */
  readonly registersClient: boolean
  readonly abort: Abort
  /** What has to be known to read its numbers: what the library leaves to the application, and was left out. */
  readonly remark?: string
  readonly create: (network: Network) => Promise<Application>
}
