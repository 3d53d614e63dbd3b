import { narrow, type Failure, type InvalidRequestError, type NarrowableResult, type Narrowed } from "@tve-pass/client"
import type { operations } from "@tve-pass/client/rest-v2"
import type { AuthError } from "@tve-pass/auth"
import * as Effect from "effect/Effect"
import { EntitlementError, type EntitlementErrorReason } from "../errors/entitlement-error.ts"

/** Name of an operation of the REST API V2. */
export type OperationId = keyof operations

/** The part of a request that a flow passes to the client. */
export interface CallInit {
  readonly signal: AbortSignal
  /** Headers of single sign-on and of the visitor, as the operation documents them. */
  readonly headers: Readonly<Record<string, string>>
}

/** The data of each documented success of an operation. */
export type SuccessData<Operation> = Extract<Narrowed<Operation>, { readonly kind: "success" }>["data"]

/**
 * Sends one operation. Succeeds with the data of a documented success; otherwise fails with an `EntitlementError`
 * (`Refused`, `Auth`, `Network`, or `InvalidConfiguration` for a parameter that cannot be sent). An interruption aborts the
 * request.
 */
export type Call = <Operation>(
  operation: OperationId,
  send: (init: CallInit) => Promise<NarrowableResult<Operation>>
) => Effect.Effect<SuccessData<Operation>, EntitlementError>

/** The parts of the context that {@link makeCall} needs. */
export interface CallParts {
  /** Builds the headers of one request. */
  readonly headersOf: (operation: OperationId) => Effect.Effect<Readonly<Record<string, string>>>
  readonly noteFailure: (operation: OperationId, failure: Failure) => void
  /** Receives the server's time, in epoch milliseconds, from each response that contains it. */
  readonly noteServerTime: (time: number) => void
}

/** Creates the {@link Call} of a context. */
export const makeCall =
  ({ headersOf, noteFailure, noteServerTime }: CallParts): Call =>
  <Operation>(operation: OperationId, send: (init: CallInit) => Promise<NarrowableResult<Operation>>) =>
    headersOf(operation).pipe(
      Effect.flatMap((headers) =>
        Effect.tryPromise({
          try: (signal) => send({ signal, headers }),
          catch: (thrown) => new EntitlementError(reasonOf(operation, thrown))
        })
      ),
      Effect.flatMap((response) => {
        // Pages of other origins can read this header only if the server exposes it.
        const serverTime = Date.parse(response.response.headers.get("date") ?? "")
        if (Number.isFinite(serverTime)) noteServerTime(serverTime)
        // Boundary: every `Narrowed` has this shape, but the compiler cannot see it for a generic operation.
        const result = narrow(response) as Outcome
        if (result.kind === "success") return Effect.succeed(result.data as SuccessData<Operation>)
        noteFailure(operation, result.failure)
        return Effect.fail(new EntitlementError({ _tag: "Refused", operation, failure: result.failure }))
      })
    )

type Outcome =
  | { readonly kind: "success"; readonly data: unknown }
  | { readonly kind: "failure" | "malformed" | "undocumented"; readonly failure: Failure }

const reasonOf = (operation: OperationId, thrown: unknown): EntitlementErrorReason => {
  if (hasTag<AuthError>(thrown, "AuthError")) return { _tag: "Auth", error: thrown }
  if (hasTag<InvalidRequestError>(thrown, "InvalidRequestError")) {
    return { _tag: "InvalidConfiguration", option: thrown.parameter, problem: "pass a value that Adobe Pass returned" }
  }
  return { _tag: "Network", operation, cause: thrown }
}

// Compares the tag, because the transport may come from another copy of the package.
const hasTag = <Tagged extends { readonly _tag: string }>(thrown: unknown, tag: Tagged["_tag"]): thrown is Tagged =>
  typeof thrown === "object" && thrown !== null && "_tag" in thrown && thrown._tag === tag
