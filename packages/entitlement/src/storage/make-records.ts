import type { AuthError, RecordStore } from "@tve-pass/auth"
import { sha256 } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { EntitlementRecords, StoredRecord } from "./entitlement-records.ts"

/**
 * Derives the key of an application instance: 40 hexadecimal digits, fit for record keys, lock names and channel names.
 *
 * @param identity The values that distinguish the instance from others that share the storage.
 */
export const makeInstanceKey = (identity: ReadonlyArray<string>): string =>
  sha256(JSON.stringify(identity)).slice(0, 40)

/** Creates the {@link EntitlementRecords} of an instance in a store. */
export const makeRecords = (store: RecordStore, instanceKey: string): EntitlementRecords => ({
  profile: record(store, `${instanceKey}.profile`, (value) => isObject(value) && hasStrings(value, "mvpd", "type")),
  selection: record(
    store,
    `${instanceKey}.selection`,
    (value) => isObject(value) && hasStrings(value, "id", "displayName")
  ),
  pending: record(
    store,
    `${instanceKey}.sign-in`,
    (value) =>
      isObject(value) &&
      hasStrings(value, "how", "code") &&
      Number.isFinite(value["endsAt"]) &&
      Number.isFinite(value["lifetime"]) &&
      Array.isArray(value["missing"])
  ),
  lastPoll: record(
    store,
    `${instanceKey}.last-poll`,
    (value) => isObject(value) && hasStrings(value, "code") && Number.isFinite(value["startedAt"])
  )
})

const record = <Value>(
  store: RecordStore,
  key: string,
  isReadable: (value: unknown) => boolean
): StoredRecord<Value> => ({
  read: Effect.map(orUndefined(store.get(key)), (json) => {
    const value = parsed(json ?? undefined)
    // Boundary: the record was written by this package, or is damaged and counts as absent.
    return isReadable(value) ? (value as Value) : undefined
  }),
  isAbsent: store.get(key).pipe(
    Effect.map((json) => (json ?? undefined) === undefined),
    Effect.catch(() => Effect.succeed(false))
  ),
  write: (value) => Effect.asVoid(orUndefined(store.set(key, JSON.stringify(value)))),
  remove: Effect.asVoid(orUndefined(store.remove(key))),
  writeOrFail: (value) => store.set(key, JSON.stringify(value))
})

/** Returns `undefined` instead of a failure. `Effect.ignore` would import all of Effect's logging. */
const orUndefined = <Value>(effect: Effect.Effect<Value, AuthError>): Effect.Effect<Value | undefined> =>
  effect.pipe(Effect.catch(() => Effect.succeed(undefined)))

const parsed = (json: string | undefined): unknown => {
  try {
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const hasStrings = (value: Readonly<Record<string, unknown>>, ...names: ReadonlyArray<string>): boolean =>
  names.every((name) => typeof value[name] === "string")
