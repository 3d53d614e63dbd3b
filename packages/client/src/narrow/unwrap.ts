import type { Failure } from "../failure/failure.ts"
import { narrow, type NarrowableResult, type Narrowed } from "./narrow.ts"

/** The data of each documented success of an operation. */
export type SuccessData<Operation> = Extract<Narrowed<Operation>, { readonly kind: "success" }>["data"]

/**
 * A response that is not a documented success. Handle `failure` by its `_tag` and, for an enhanced error, by its
 * `action`. Contains no data of the request.
 */
export class ApiFailure extends Error {
  readonly _tag = "ApiFailure"
  override readonly name = "ApiFailure"
  readonly failure: Failure
  /** HTTP status of the response. */
  readonly status: number

  constructor(failure: Failure) {
    const code = "code" in failure ? ` ${failure.code}` : ""
    const remedy = ("reaction" in failure && failure.reaction) || "Handle the failure by its _tag."
    super(`Failed to call Adobe Pass: HTTP ${failure.httpStatus}${code}. ${remedy}`)
    this.failure = failure
    this.status = failure.httpStatus
  }
}

/**
 * Resolves to the data of a documented success, and rejects with {@link ApiFailure} for any other response. Rejects as
 * the call does if there is no response.
 *
 * @example
 * ```ts
 * const { profiles } = await unwrap(restV2.GET("/api/v2/{serviceProvider}/profiles", { params }))
 * ```
 */
export const unwrap = async <Operation>(
  call: NarrowableResult<Operation> | PromiseLike<NarrowableResult<Operation>>
): Promise<SuccessData<Operation>> => {
  // Boundary: every `Narrowed` has this shape, but the compiler cannot see it for a generic operation.
  const result = narrow(await call) as Outcome<Operation>
  if (result.kind === "success") return result.data
  throw new ApiFailure(result.failure)
}

type Outcome<Operation> =
  | { readonly kind: "success"; readonly data: SuccessData<Operation> }
  | { readonly kind: "failure" | "malformed" | "undocumented"; readonly failure: Failure }
