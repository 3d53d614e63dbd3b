import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type { AuthErrorReason } from "./auth-error-reason.ts"
import { summarize, type RetryAdvice } from "./summarize-reason.ts"

type KebabCase<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<First>}${KebabCase<Rest>}`
    : `${Lowercase<First>}-${KebabCase<Rest>}`
  : Text

/** A stable code for logs and alerts, for example `registration-guarded`: the reason's tag in kebab case. */
export type AuthErrorCode = KebabCase<AuthErrorReason["_tag"]>

/** The options of the constructor of {@link AuthError}. */
export interface AuthErrorOptions {
  readonly reason: AuthErrorReason
  /** The number of requests that were sent. Default 0. */
  readonly attempts?: number
  /** Milliseconds spent waiting, between attempts and for the throttle. Default 0. */
  readonly totalWait?: number
}

/**
 * The error of this package. `reason` says what happened, `retry` whether a retry can help, and `message` what to do.
 * Neither the error nor anything reachable from it contains a secret (rule 20, one error, and rule 21, no secrets).
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect"
 *
 * const program = failWith({ _tag: "Throttled", by: "server", retryAt: 0 }).pipe(
 *   Effect.catchReason("AuthError", "Throttled", (reason) => Effect.succeed(reason.by))
 * )
 * Effect.runSync(program) // => "server"
 * ```
 */
export class AuthError
  extends /* @__PURE__ */ Data.TaggedError("AuthError")<{
    readonly reason: AuthErrorReason
    readonly code: AuthErrorCode
    readonly retry: RetryAdvice
    readonly attempts: number
    readonly totalWait: number
    readonly message: string
  }>
{
  constructor({ reason, attempts = 0, totalWait = 0 }: AuthErrorOptions) {
    super({
      reason,
      // `KebabCase` describes the same conversion; the compiler cannot evaluate the regular expression.
      code: reason._tag.replace(/\B[A-Z]/g, "-$&").toLowerCase() as AuthErrorCode,
      attempts,
      totalWait,
      ...summarize(reason)
    })
    hideEffectMembers(AuthError.prototype)
  }
}

/**
 * Creates an effect that fails with an {@link AuthError} of this reason, for failures before any request.
 *
 * @example
 * ```ts
 * const program = failWith({ _tag: "Throttled", by: "local", retryAt: 1_795_000_000_000 })
 * ```
 */
export const failWith = (reason: AuthErrorReason): Effect.Effect<never, AuthError> =>
  Effect.fail(new AuthError({ reason }))

/**
 * Hides the members that make an error an effect, such as `~effect/Effect`, from `for in`: loggers such as pino copy
 * every property that it lists.
 */
export const hideEffectMembers = (prototype: object): void => {
  for (const key in prototype) {
    if (key.startsWith("~")) Object.defineProperty(prototype, key, { value: Reflect.get(prototype, key) })
  }
}
