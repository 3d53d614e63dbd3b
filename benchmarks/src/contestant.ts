import type { Column } from "./report/column.ts"

/** The network as a contestant is given it: an authorization server and an API behind one stub, on no wire. */
export interface Network {
  /** Both live here; the paths are those of Adobe Pass. */
  readonly origin: string
  /** As the platform's: makes a `Request` of what it is given. */
  readonly fetch: (input: Request | string | URL, init?: FetchOptions) => Promise<Response>
}

/** As the platform takes them, and as some peers type them: with members that are there and undefined. */
export type FetchOptions = {
  readonly [Name in keyof RequestInit]: Name extends "body" ? unknown : RequestInit[Name] | undefined
}

/**
 * One authorized GET of a path, to its parsed JSON. Resolves with the last status that the application sees, also where
 * the contestant reports it as an error; rejects where there is none.
 */
export type Call = (path: string, options?: { readonly signal?: AbortSignal }) => Promise<number>

/** One application that has been set up through a contestant's public API, as its documentation says. */
export interface Application {
  /** With all that the contestant does of its own accord: registration, token, waiting, retries. */
  readonly call: Call
  /**
   * Where a contestant hands the token to the application and keeps none: a call with a token that an earlier call got.
   * For all others, the same as `call`.
   */
  readonly laterCall?: Call
  /**
   * The same request, as the contestant hands it to its network, with a bearer that never changes: what is left of a
   * call without the contestant.
   */
  readonly callWithStaticBearer: Call
}

/** A library that is measured, ours or a peer. */
export interface Contestant extends Column {
  /** Source of a module that imports what `create` uses, for bundles. */
  readonly bundleEntry: string
  /** Why it does not register the client itself and is handed a pair or a key; absent where it does. */
  readonly givenCredentials?: string
  /** Why tokens are not kept by it but by the application; absent where it keeps them. */
  readonly leavesTokens?: string
  /** Why it uses a token past its lifetime until the server refuses it; absent where it does not. */
  readonly ignoresLifetime?: string
  /** What the time of a call is spent on, where it is not work. */
  readonly waitsInside?: string
  readonly create: (network: Network, limits?: Limits) => Promise<Application>
}

/**
 * Whether a contestant that limits its own rate to what is documented is to do so; measurements of hundreds of calls
 * are not about waiting.
 */
export type Limits = "documented" | "none"
