import { fromBase64 } from "../encoding/base64.ts"
import { parseJsonObject } from "../encoding/json-object.ts"
import type { EnhancedErrorCode } from "../protocol/schemas.ts"
import type { TemporaryAccessOptions } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"
import type { Trial, TrialKey } from "../state/trials.ts"

/**
 * Returns the identity in AP-TempPass-Identity: the Base64 of a JSON object with one string, plain or hashed
 * (docs/protocol/headers.md section 9). Returns `undefined` if it is missing or invalid.
 */
export const temporaryAccessIdentityOf = (header: string | null): string | undefined => {
  if (header === null) return undefined
  const members = Object.entries(parseJsonObject(fromBase64(header)) ?? {})
  const [name, value] = members[0] ?? []
  return typeof value === "string" && value !== "" ? `${name}=${value}` : undefined
}

/** The remaining time and resources of a trial, or the error if it is used up. */
export type TemporaryAccess =
  | {
      readonly _tag: "Available"
      /** `undefined` before the first authorization. */
      readonly trial: Trial | undefined
      /** Milliseconds since the epoch. */
      readonly startsAt: number
      readonly endsAt: number
      /** Only for a promotional TempPass. */
      readonly resources: { readonly used: ReadonlyArray<string>; readonly remaining: number } | undefined
    }
  | { readonly _tag: "Unavailable"; readonly code: EnhancedErrorCode }

const unavailable = (code: EnhancedErrorCode): TemporaryAccess => ({ _tag: "Unavailable", code })

/** Reads a trial without starting or using it. */
export const temporaryAccessOf = (
  state: SimulatorState,
  key: TrialKey,
  options: TemporaryAccessOptions,
  now: number
): TemporaryAccess => {
  if (options.type === "misconfigured") return unavailable("invalid_configuration_temporary_access")
  const trial = state.trials.find(key)
  const startsAt = trial?.startedAt ?? now
  const endsAt = startsAt + options.duration * 1_000
  if (trial?.exhausted === true || endsAt <= now) return unavailable("temporary_access_duration_limit_exceeded")
  if (options.type === "basic") return { _tag: "Available", trial, startsAt, endsAt, resources: undefined }
  const used = [...(trial?.resources ?? [])]
  return { _tag: "Available", trial, startsAt, endsAt, resources: { used, remaining: options.resources - used.length } }
}
