/**
 * Temporary access (TempPass) for the flows with promises. With Effect, `Entitlement` has it.
 *
 * @module
 */
import type { PlaybackDecision } from "../decisions/playback-decision.ts"
import type { Cancellable } from "../options/cancellable.ts"
import type { RemainingAccess } from "../temporary-access/remaining-access.ts"
import { makeTemporaryAccess } from "../temporary-access/temporary-access.ts"
import type { TemporaryAccessOptions } from "../temporary-access/temporary-access-options.ts"
import type { Entitlement } from "./entitlement.ts"
import { connectionOf } from "./entitlement-connection.ts"

export type { RemainingAccess } from "../temporary-access/remaining-access.ts"
export type { PromotionalIdentity, TemporaryAccessOptions } from "../temporary-access/temporary-access-options.ts"

/** Temporary access, with promises. */
export interface TemporaryAccess {
  /**
   * Resolves to the remaining time or resources of the first pass that is not used up. Starts nothing: the time of a
   * pass starts with the first `authorize`.
   */
  readonly remaining: (options?: Cancellable) => Promise<RemainingAccess>
  /** Decides whether a resource may be played now, with the first pass that is not used up. */
  readonly authorize: (resource: string, options?: Cancellable) => Promise<PlaybackDecision>
  /**
   * Resolves when the time of the pass with the last permit is over. Stop the stream then, because Adobe does not
   * (M-TP-1). Rejects with the signal's reason when it aborts.
   */
  readonly ended: (options?: Cancellable) => Promise<void>
}

/**
 * Creates the temporary access of one TempPass, or of several that follow each other. It needs no sign-in and does not change
 * the viewer's state.
 *
 * Source: docs/protocol/flows.md, section 11.
 *
 * @throws EntitlementError with reason `InvalidConfiguration` for a pass without id or identity; nothing was sent
 * @example
 * ```ts
 * const trial = temporaryAccess(entitlement, { kind: "basic", mvpd: "TempPass_TEST40" })
 * const decision = await trial.authorize("REF30")
 * ```
 */
export const temporaryAccess = (
  entitlement: Entitlement,
  passes: TemporaryAccessOptions | ReadonlyArray<TemporaryAccessOptions>
): TemporaryAccess => {
  const { context, run } = connectionOf(entitlement)
  const { remaining, authorize, ended } = makeTemporaryAccess(context, passes)
  return {
    remaining: ({ signal } = {}) => run(remaining, signal),
    authorize: (resource, { signal } = {}) => run(authorize(resource), signal),
    ended: ({ signal } = {}) => run(ended, signal)
  }
}
