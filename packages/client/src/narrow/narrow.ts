import type { OperationContract } from "../api-client/api-client.ts"
import { failureWithCatalogue } from "../failure/catalogue.ts"
import type { DcrError, EnhancedError, Failure, HttpError, Throttled } from "../failure/failure.ts"
import { failureOf, httpErrorOf } from "../failure/failure-of.ts"

/** The result of a client's `GET` or `POST`. */
export interface NarrowableResult<Operation> {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
  readonly contract: OperationContract<Operation>
}

/**
 * Returns the outcome of a call: a documented success, a documented failure, a documented success with a malformed
 * body, or an undocumented status.
 *
 * Use it instead of `error`, which is empty for a failure without a body, and does not show whether the types describe
 * the response. A call without a response has no result: it rejects, as `fetch` does.
 *
 * Any 2xx status counts as a documented one (C-DCR-6): `status` is the status whose types apply, `response.status` the
 * received status.
 *
 * Source: docs/protocol/errors.md, section 6; docs/protocol/dcr.md, section 10.
 *
 * @example
 * ```ts
 * const result = narrow(await restV2.GET("/api/v2/{serviceProvider}/profiles", { params }))
 * if (result.kind === "success") return readProfiles(result.data)
 * if (result.failure._tag === "Throttled") return tryLater()
 * ```
 */
export const narrow = <Operation>(result: NarrowableResult<Operation>): Narrowed<Operation> => {
  const { data, error, response, contract } = result
  const body = data === undefined ? error : data
  const failure = failureOf(response, body)
  // A path that is not in the spec, called without types, has no contract.
  const documented = documentedStatus(response, contract?.statuses ?? [])
  return {
    ...outcomeOf(response, documented !== undefined, body, failure && failureWithCatalogue(failure)),
    status: documented ?? response.status,
    response
    // Boundary: the documented statuses come from the same spec as the types.
  } as Narrowed<Operation>
}

/**
 * Returns the documented status of a response: its own status, or for any other 2xx the first documented one (C-DCR-6).
 */
const documentedStatus = ({ ok, status }: Response, statuses: ReadonlyArray<number>): number | undefined =>
  statuses.find((candidate) => candidate === status) ??
  statuses.find((candidate) => ok && candidate >= 200 && candidate < 300)

const outcomeOf = (response: Response, isDocumented: boolean, body: unknown, failure: Failure | undefined): object => {
  if (!isDocumented) return { kind: "undocumented", body, failure: failure ?? httpErrorOf(response, body) }
  if (failure === undefined) return { kind: "success", data: body }
  // A redirect for the user agent.
  if (response.status >= 300 && response.status < 400) return { kind: "success", data: undefined }
  if (response.ok && failure._tag === "HttpError") return { kind: "malformed", body, failure }
  return { kind: "failure", failure }
}

/**
 * The outcome of a call, by `kind`. Each kind but `success` has a `failure` to handle in one place; within a
 * kind the `status` distinguishes the documented responses.
 */
export type Narrowed<Operation> =
  | Success<ResponsesOf<Operation>>
  | DocumentedFailure<ResponsesOf<Operation>>
  | Malformed<ResponsesOf<Operation>>
  | Undocumented

/**
 * A documented success, with the data that the spec documents for `status`. An undocumented 2xx status is read as the
 * first documented one.
 */
export type Success<Responses> = {
  [Status in SuccessStatus<Responses>]: {
    readonly kind: "success"
    readonly status: Status
    readonly data: Content<Responses[Status]>
    readonly response: Response
  }
}[SuccessStatus<Responses>]

/** A documented failure, or an error in the body of a documented success. */
export type DocumentedFailure<Responses> = {
  [Status in keyof Responses]: {
    readonly kind: "failure"
    readonly status: Status
    readonly failure: Status extends 429
      ? Throttled
      : Status extends SuccessStatus<Responses>
        ? EnhancedError | DcrError
        : Exclude<Failure, Throttled>
    readonly response: Response
  }
}[keyof Responses]

/** A documented success with a body that the spec does not document: HTML of a captive portal, no body, other JSON. */
export type Malformed<Responses> = {
  [Status in SuccessStatus<Responses>]: {
    readonly kind: "malformed"
    readonly status: Status
    readonly failure: HttpError
    /** The JSON value, or the string. */
    readonly body: unknown
    readonly response: Response
  }
}[SuccessStatus<Responses>]

/** A status that the operation does not document and that is not 2xx, for example from a gateway or a newer server. */
export interface Undocumented {
  readonly kind: "undocumented"
  readonly status: number
  readonly failure: Failure
  /** The JSON value, or the string. */
  readonly body: unknown
  readonly response: Response
}

type ResponsesOf<Operation> = Operation extends { readonly responses: infer Responses } ? Responses : never

/** 2xx, and the 302 of the operation that a user agent performs. */
type SuccessStatus<Responses> = {
  [Status in keyof Responses]: Status extends number
    ? `${Status}` extends `${2 | 3}${string}`
      ? Status
      : never
    : never
}[keyof Responses]

type Content<Documented> = Documented extends { readonly content: infer ByType extends object }
  ? ByType[keyof ByType]
  : undefined
