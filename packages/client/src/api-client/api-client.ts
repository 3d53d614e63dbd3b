import type { Client, FetchResponse, MaybeOptionalInit } from "openapi-fetch"

/** The part of the spec of one operation that a client needs at run time. */
export interface Contract {
  /** Content type of the request body; absent for operations without one. */
  readonly contentType?: string
  /** Every documented status. */
  readonly statuses: ReadonlyArray<number>
}

/**
 * The result of a request, as of openapi-fetch, with the contract of the operation, from which `narrow` knows the
 * documented statuses. Use `narrow` rather than `error`, which is empty for some failures.
 */
export type ApiResult<Operation extends object, Init> = FetchResponse<Operation, Init, MediaType> & {
  readonly contract: OperationContract<Operation>
}

/** A contract with the types of its operation. */
export interface OperationContract<Operation> extends Contract {
  /** Exists only at compile time. */
  readonly operation?: Operation
}

/**
 * A client with the types of openapi-fetch, for `narrow` and `unwrap`. Use it anywhere an openapi-fetch client is
 * expected.
 */
export interface ApiClient<Paths extends object> extends Omit<Client<Paths>, "GET" | "POST"> {
  /** Calls a GET operation. Rejects as `fetch` does: when there is no response, or the request was aborted. */
  GET: OperationMethod<Paths, "get">
  /** Calls a POST operation. Rejects as `fetch` does: when there is no response, or the request was aborted. */
  POST: OperationMethod<Paths, "post">
}

/** `Paths` of an API in which the `Supplied` headers are optional, because the client or its transport sends them. */
export type WithSuppliedHeaders<Paths, Supplied extends string> = [Supplied] extends [never]
  ? Paths
  : { [Path in keyof Paths]: { [Method in keyof Paths[Path]]: WithOptionalHeaders<Paths[Path][Method], Supplied> } }

type WithOptionalHeaders<Operation, Supplied extends string> = Operation extends {
  readonly parameters: { readonly header: infer Header }
  readonly responses: unknown
}
  ? Omit<Operation, "parameters"> & {
      readonly parameters: Omit<Operation["parameters"], "header"> & HeaderParameter<WithOptional<Header, Supplied>>
    }
  : Operation

type WithOptional<Header, Supplied extends string> = Omit<Header, Supplied> &
  Partial<Pick<Header, Supplied & keyof Header>>

/** openapi-fetch requires `header` if the member is required, even if no header in it is. */
type HeaderParameter<Header> = {} extends Header ? { readonly header?: Header } : { readonly header: Header }

type OperationMethod<Paths, Method extends UsedMethod> = <
  Path extends PathWith<Paths, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>
>(
  path: Path,
  ...init: InitArgument<Init>
) => Promise<ApiResult<OperationOf<Paths[Path], Method>, Init>>

type MediaType = `${string}/${string}`

/** The HTTP methods that the APIs use. */
type UsedMethod = "get" | "post"

type PathWith<Paths, Method extends UsedMethod> = {
  [Path in keyof Paths]: Paths[Path] extends { readonly [Name in Method]: object } ? Path : never
}[keyof Paths]

type OperationOf<PathItem, Method extends UsedMethod> = PathItem extends {
  readonly [Name in Method]: infer Operation extends object
}
  ? Operation
  : never

// The following types repeat types that openapi-fetch does not export. The clients are interchangeable only if the
// types are the same.

/** Optional if no member is required. Also accepts the options of the platform's `fetch`. */
type InitArgument<Init> =
  RequiredKeysOf<Init> extends never
    ? [init?: Init & { [key: string]: unknown }]
    : [init: Init & { [key: string]: unknown }]

type RequiredKeysOf<T> = RequiredKeys<T> extends undefined ? never : RequiredKeys<T>

type RequiredKeys<T> = { [Key in keyof T]: {} extends Pick<T, Key> ? never : Key }[keyof T]
