import { narrow, type Failure, type NarrowableResult, type Narrowed } from "@tve-pass/client"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import { AuthError, describeUnderlyingError, hideEffectMembers } from "../errors/index.ts"

interface ApiFailureMembers {
  readonly failure: Failure
  /** HTTP status. */
  readonly status: number
  readonly message: string
}

/**
 * The server responded, but not with a documented success. Handle `failure` by its `_tag` and, for an enhanced error, by
 * its `action`.
 */
export class ApiFailure extends /* @__PURE__ */ Data.TaggedError("ApiFailure")<ApiFailureMembers> {
  constructor(members: ApiFailureMembers) {
    super(members)
    hideEffectMembers(ApiFailure.prototype)
  }
}

/** The data of each documented success of an operation. */
export type SuccessData<Operation> = Extract<Narrowed<Operation>, { readonly kind: "success" }>["data"]

/**
 * Calls an operation of a generated client as an effect. Succeeds with the data of a documented success. Fails with
 * `ApiFailure` for any other response, and with `AuthError` if there is no token, no permit of the throttle or no
 * response. An interruption aborts the request.
 *
 * @example
 * ```ts
 * const program = Effect.gen(function* () {
 *   const restV2 = createRestV2Client(yield* AuthorizedTransport)
 *   const configuration = yield* callOperation((signal) =>
 *     restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider: "REF30" } }, signal })
 *   )
 *   return configuration.requestor.mvpds
 * })
 * ```
 */
export const callOperation = <Operation>(
  call: (signal: AbortSignal) => Promise<NarrowableResult<Operation>>
): Effect.Effect<SuccessData<Operation>, AuthError | ApiFailure> =>
  Effect.flatMap(Effect.tryPromise({ try: call, catch: asAuthError }), (response) => {
    // Boundary: every `Narrowed` has this shape, but the compiler cannot see it for a generic operation.
    const result = narrow(response) as Outcome
    if (result.kind === "success") return Effect.succeed(result.data as SuccessData<Operation>)
    const { failure, status } = result
    return Effect.fail(new ApiFailure({ failure, status, message: messageOf(failure) }))
  })

type Outcome =
  | { readonly kind: "success"; readonly data: unknown }
  | {
      readonly kind: "failure" | "malformed" | "undocumented"
      readonly failure: Failure
      readonly status: number
    }

const messageOf = (failure: Failure): string => {
  const code = "code" in failure ? ` ${failure.code}` : ""
  const reaction = ("reaction" in failure && failure.reaction) || "Handle the failure by its _tag."
  return `Failed to call Adobe Pass: HTTP ${failure.httpStatus}${code}. ${reaction}`
}

const asAuthError = (thrown: unknown): AuthError =>
  thrown instanceof AuthError
    ? thrown
    : new AuthError({
        reason: { _tag: "Transport", operation: "sendRequest", cause: describeUnderlyingError(thrown) },
        attempts: 1
      })
