import { runToPromise, type Cancellable, type ManagementTransport } from "../request/index.ts"
import {
  planTempPassReset,
  resetTempPass,
  type ResetTempPassCall,
  type ResetTempPassOptions
} from "./reset-temp-pass.ts"

/** Resets trials of a TempPass, with promises. */
export interface TempPassReset {
  /** Resets trials. Resolves to the number of requests sent; rejects with a `ManagementError`. */
  readonly reset: (options: ResetTempPassOptions, call?: Cancellable) => Promise<{ readonly calls: number }>
  /** Resolves to the requests that `reset` would send, without sending them. */
  readonly plan: (options: ResetTempPassOptions) => Promise<ReadonlyArray<ResetTempPassCall>>
}

/**
 * Creates the functions that reset trials.
 *
 * Source: docs/protocol/management/reset-temp-pass.md.
 *
 * @example
 * ```ts
 * import { createManagementAccess } from "@tve-pass/management"
 * import { createTempPassReset } from "@tve-pass/management/reset-temp-pass"
 *
 * const access = createManagementAccess({ environment: "release-production", softwareStatement: "header.payload.signature" })
 * const tempPass = createTempPassReset(access)
 * const calls = await tempPass.plan({ serviceProvider: "REF30", mvpd: "TempPass", device: "ba23d141-d715-561c-94f4" })
 * console.log(calls.map(({ path }) => path))
 * ```
 */
export const createTempPassReset = (transport: ManagementTransport): TempPassReset => ({
  reset: (options, call) => runToPromise(resetTempPass(transport, options), call),
  plan: (options) => runToPromise(planTempPassReset(options))
})
