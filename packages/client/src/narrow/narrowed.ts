import type { DcrError, EnhancedError, Failure, HttpError, Throttled } from "../failure/failure.ts"

/**
 * What a call came to, told apart by `kind`. Each kind but `success` has a `failure` to handle in one place; within a
 * kind the `status` tells the documented answers apart.
 */
export type Narrowed<Operation> =
  | Success<ResponsesOf<Operation>>
  | DocumentedFailure<ResponsesOf<Operation>>
  | Malformed<ResponsesOf<Operation>>
  | Undocumented

/** A documented success, its data as `status` documents it. Another 2xx status is read as the first documented one. */
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

/** A documented success whose body is not what it documents: HTML of a captive portal, nothing, other JSON. */
export type Malformed<Responses> = {
  [Status in SuccessStatus<Responses>]: {
    readonly kind: "malformed"
    readonly status: Status
    readonly failure: HttpError
    /** The JSON value, or the text. */
    readonly body: unknown
    readonly response: Response
  }
}[SuccessStatus<Responses>]

/** A status that the operation does not document, and no 2xx: of a gateway, or of a newer server. */
export interface Undocumented {
  readonly kind: "undocumented"
  readonly status: number
  readonly failure: Failure
  /** The JSON value, or the text. */
  readonly body: unknown
  readonly response: Response
}

type ResponsesOf<Operation> = Operation extends { readonly responses: infer Responses } ? Responses : never

/** 2xx, and the 302 of the one operation that a user agent performs. */
type SuccessStatus<Responses> = {
  [Status in keyof Responses]: Status extends number
    ? `${Status}` extends `${2 | 3}${string}`
      ? Status
      : never
    : never
}[keyof Responses]

type Content<Answer> = Answer extends { readonly content: infer ByType extends object }
  ? ByType[keyof ByType]
  : undefined
