import type { Client, FetchResponse, MaybeOptionalInit } from "openapi-fetch"

/** What the spec says about one operation, as far as a client needs it at run time. */
export interface Contract {
  /** Content type of the request body; absent for operations without one. */
  readonly contentType?: string
  /** Every documented status. */
  readonly statuses: ReadonlyArray<number>
}

/**
 * The result of a request: that of openapi-fetch, and the contract of the operation, by which `narrow` knows what
 * is documented. Narrow it rather than looking at `error`, which is empty for some failures.
 */
export type ApiResult<Operation extends object, Init> = FetchResponse<Operation, Init, MediaType> & {
  readonly contract: OperationContract<Operation>
}

/** A contract that knows the types of its operation. */
export interface OperationContract<Operation> extends Contract {
  /** Exists for the compiler only. */
  readonly operation?: Operation
}

/** A client with the types of openapi-fetch whose results can be narrowed. Use it anywhere one of those is expected. */
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

/** openapi-fetch asks for `header` as soon as the member is required, even if nothing in it is. */
type HeaderParameter<Header> = {} extends Header ? { readonly header?: Header } : { readonly header: Header }

type OperationMethod<Paths, Method extends UsedMethod> = <
  Path extends PathWith<Paths, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>
>(
  path: Path,
  ...init: InitArgument<Init>
) => Promise<ApiResult<OperationOf<Paths[Path], Method>, Init>>

type MediaType = `${string}/${string}`

/** Of the methods of HTTP, those that the APIs use. */
type UsedMethod = "get" | "post"

type PathWith<Paths, Method extends UsedMethod> = {
  [Path in keyof Paths]: Paths[Path] extends { readonly [Name in Method]: object } ? Path : never
}[keyof Paths]

type OperationOf<PathItem, Method extends UsedMethod> = PathItem extends {
  readonly [Name in Method]: infer Operation extends object
}
  ? Operation
  : never

// The rest repeats types that openapi-fetch does not export: only the same types keep the clients interchangeable.

/** Optional where nothing in it is required. Also takes the options of the platform's `fetch`. */
type InitArgument<Init> =
  RequiredKeysOf<Init> extends never
    ? [init?: Init & { [key: string]: unknown }]
    : [init: Init & { [key: string]: unknown }]

type RequiredKeysOf<T> = RequiredKeys<T> extends undefined ? never : RequiredKeys<T>

type RequiredKeys<T> = { [Key in keyof T]: {} extends Pick<T, Key> ? never : Key }[keyof T]
