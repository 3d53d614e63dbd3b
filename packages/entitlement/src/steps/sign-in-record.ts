import type { AuthError } from "@tve-pass/auth"
import { webLock, type RecordStore } from "@tve-pass/auth/flow-runtime"
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

/** The record of one device. Every change is made under the lock of the store. */
export interface SignInRecords {
  readonly write: (record: SignInRecord) => Effect.Effect<void, AuthError>
  readonly remove: Effect.Effect<void, AuthError>
  /** Removes the record if it is that of this code: another server may have stored a newer one. */
  readonly removeCode: (code: string) => Effect.Effect<void, AuthError>
  /** Reads the record and replaces it. `change` returns a value, and the record to write where there is one. */
  readonly modify: <Value>(
    change: (record: SignInRecord | undefined) => readonly [value: Value, next?: SignInRecord]
  ) => Effect.Effect<Value, AuthError>
}

/** Opens the record of a device in the shared store. */
export const openSignInRecords = (store: RecordStore, serviceProvider: string, deviceId: string): SignInRecords => {
  const key = `steps.${sha256(JSON.stringify([serviceProvider, deviceId])).slice(0, 40)}`
  const locked = (store.lock ?? webLock()).withLock(key)
  const read = Effect.map(store.get(key), parsed)
  const write = (record: SignInRecord) => store.set(key, JSON.stringify(record), { usefulUntil: record.endsAt })
  return {
    write: (record) => locked(write(record)),
    remove: locked(store.remove(key)),
    removeCode: (code) =>
      locked(Effect.flatMap(read, (record) => (record?.code === code ? store.remove(key) : Effect.void))),
    modify: (change) =>
      locked(
        Effect.gen(function* () {
          const [value, next] = change(yield* read)
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
