import type { EnhancedErrorCode } from "../responses/enhanced-error.ts"
import type { Trial, TrialKey } from "./trials.ts"
import type { World } from "../world.ts"

/** A TempPass (docs/protocol/flows.md section 11); `duration` is seconds from the first authorization. */
export type TemporaryAccessOptions =
  | { readonly type: "basic"; readonly duration: number }
  /** Also limited in resources, for one device or one user identity. */
  | { readonly type: "promotional"; readonly duration: number; readonly resources: number }
  /** Answers `invalid_configuration_temporary_access`. */
  | { readonly type: "misconfigured" }

/** What is left of a trial, or which error says that nothing is. */
export type TemporaryAccess =
  | {
      readonly _tag: "Available"
      /** `undefined` before the first authorization. */
      readonly trial: Trial | undefined
      /** Milliseconds since the epoch. */
      readonly startsAt: number
      readonly endsAt: number
      /** Promotional only. */
      readonly resources: { readonly used: readonly string[]; readonly remaining: number } | undefined
    }
  | { readonly _tag: "Unavailable"; readonly code: EnhancedErrorCode }

const unavailable = (code: EnhancedErrorCode): TemporaryAccess => ({ _tag: "Unavailable", code })

/** Looks at a trial without starting or using it. */
export const temporaryAccessOf = (
  world: World,
  key: TrialKey,
  options: TemporaryAccessOptions,
  now: number
): TemporaryAccess => {
  if (options.type === "misconfigured") return unavailable("invalid_configuration_temporary_access")
  const trial = world.trials.find(key)
  const startsAt = trial?.startedAt ?? now
  const endsAt = startsAt + options.duration * 1_000
  if (trial?.exhausted === true || endsAt <= now) return unavailable("temporary_access_duration_limit_exceeded")
  if (options.type === "basic") return { _tag: "Available", trial, startsAt, endsAt, resources: undefined }
  const used = [...(trial?.resources ?? [])]
  return { _tag: "Available", trial, startsAt, endsAt, resources: { used, remaining: options.resources - used.length } }
}
