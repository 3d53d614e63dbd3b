import { webLock, type AuthError, type RecordStore } from "@tve-pass/auth"
import { sha256 } from "@tve-pass/client"
import * as Effect from "effect/Effect"

/** The current sign-in of a device, which all servers share. Times are epoch milliseconds of the servers' clocks. */
export interface SignInRecord {
  readonly code: string
  readonly endsAt: number
  /** Start of the last poll; 0 before the first. */
  readonly polledAt: number
  /** The MVPD, after a poll has found a profile. The code is then not polled again (M-AUTHN-3). */
  readonly mvpd?: string
}

/** The record of one device. */
export interface SignInRecords {
  readonly write: (record: SignInRecord) => Effect.Effect<void, AuthError>
  readonly remove: Effect.Effect<void, AuthError>
  /**
   * Reads and replaces the record under the lock of the store. `change` returns a value and, if there is one, the
   * record to write.
   */
  readonly modify: <Value>(
    change: (record: SignInRecord | undefined) => readonly [value: Value, next?: SignInRecord]
  ) => Effect.Effect<Value, AuthError>
}

/** Opens the record of a device in the shared store. */
export const openSignInRecords = (store: RecordStore, serviceProvider: string, deviceId: string): SignInRecords => {
  const key = `steps.${sha256(JSON.stringify([serviceProvider, deviceId])).slice(0, 40)}`
  const { withLock } = store.lock ?? webLock()
  const write = (record: SignInRecord) => store.set(key, JSON.stringify(record), { usefulUntil: record.endsAt })
  return {
    write,
    remove: store.remove(key),
    modify: (change) =>
      withLock(key)(
        Effect.gen(function* () {
          const [value, next] = change(parsed(yield* store.get(key)))
          if (next !== undefined) yield* write(next)
          return value
        })
      )
  }
}

/** Parses a record. An unreadable record counts as absent, and the device begins another sign-in. */
const parsed = (json: string | undefined): SignInRecord | undefined => {
  try {
    const value: unknown = json === undefined ? undefined : JSON.parse(json)
    return isSignInRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isSignInRecord = (value: unknown): value is SignInRecord =>
  typeof value === "object" &&
  value !== null &&
  "code" in value &&
  typeof value.code === "string" &&
  "endsAt" in value &&
  typeof value.endsAt === "number" &&
  "polledAt" in value &&
  typeof value.polledAt === "number"
