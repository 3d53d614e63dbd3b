import type { Column } from "./report/row.ts"

/** The network of a library: an authorization server and an API behind one stub. */
export interface Network {
  /** Both use this origin; the paths are those of Adobe Pass. */
  readonly origin: string
  /** Like the platform's `fetch`: creates a `Request` of its arguments. */
  readonly fetch: (input: Request | string | URL, init?: FetchOptions) => Promise<Response>
}

/** The platform's options; some libraries type members as present and undefined. */
export type FetchOptions = {
  readonly [Name in keyof RequestInit]: Name extends "body" ? unknown : RequestInit[Name] | undefined
}

/**
 * Sends one authorized GET with the headers of the device, and parses the JSON. Resolves to the last status that the
 * application sees, also if the library reports it as an error; rejects if there is none.
 */
export type Call = (path: string, options?: { readonly signal?: AbortSignal }) => Promise<number>

/** One application, set up through the public API of a library as its documentation says. */
export interface Application {
  /** With everything that the library does by itself: registration, token, waiting, retries. */
  readonly call: Call
  /** If the library returns the token to the application: a call with the token of an earlier call. Default: `call`. */
  readonly laterCall?: Call
}

/** A library that is measured. */
export interface Contestant extends Column {
  /** Source of a module that imports what `create` uses, for bundles and imports. */
  readonly bundleEntry: string
  /** Why it does not register the client, and gets credentials or a key; absent if it registers. */
  readonly givenCredentials?: string
  /** Why the application keeps the tokens; absent if the library does. */
  readonly leavesTokens?: string
  /** Why it uses a token after its lifetime until the server refuses it; absent if it does not. */
  readonly ignoresLifetime?: string
  /** What a call waits for without need, beside its work. */
  readonly waitsInside?: string
  readonly create: (network: Network, limits?: Limits) => Promise<Application>
}

/**
 * Whether a library that limits its rate applies the documented limit. Measurements of hundreds of calls are not about
 * waiting.
 */
export type Limits = "documented" | "none"
