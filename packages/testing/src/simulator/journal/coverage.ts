import { type OperationId, operations } from "../protocol/operations.ts"
import { isShared, type SimulatedResponse } from "../responses/simulated-response.ts"
import { enumMembers, type ResponseEnum, responseEnums } from "./enum-members.ts"

/** The part of the specs that the simulator's responses have covered. */
export interface Coverage {
  readonly operations: Readonly<Record<OperationId, OperationCoverage>>
  readonly enumValues: Readonly<Record<ResponseEnum, ValueCoverage<string>>>
}

/** The covered part of one operation. */
export interface OperationCoverage {
  /** The number of responses, by status. */
  readonly responses: Readonly<Record<number, number>>
  /** The documented statuses. */
  readonly statuses: ValueCoverage<number>
}

/** The documented values that occurred, and those that did not. */
export interface ValueCoverage<Value> {
  readonly seen: ReadonlyArray<Value>
  readonly missing: ReadonlyArray<Value>
}

const split = <Value>(documented: ReadonlyArray<Value>, seen: ReadonlySet<Value>): ValueCoverage<Value> => ({
  seen: documented.filter((value) => seen.has(value)),
  missing: documented.filter((value) => !seen.has(value))
})

const mapValues = <Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  map: (value: Value, key: Key) => Result
): Record<Key, Result> =>
  // Boundary: the type of `Object.entries` loses the keys.
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value as Value, key as Key)])) as Record<
    Key,
    Result
  >

export const createCoverage = () => {
  const responses = mapValues(operations, () => new Map<number, number>())
  const values = mapValues(responseEnums, () => new Set<string>())

  /** Shared bodies that were already observed and add nothing to the coverage. */
  const observed = new WeakSet<object>()

  const observeValue = (name: ResponseEnum, value: unknown): void => {
    if (typeof value === "string") values[name].add(value)
    else if (Array.isArray(value)) for (const item of value) observeValue(name, item)
  }

  const observeBody = (body: unknown, members: Readonly<Record<string, ResponseEnum>>): void => {
    if (typeof body !== "object" || body === null) return
    for (const [name, value] of Object.entries(body)) {
      const known = Object.hasOwn(members, name) ? members[name] : undefined
      if (known === undefined || typeof value === "object") observeBody(value, members)
      if (known !== undefined) observeValue(known, value)
    }
  }

  return {
    observe: (operation: OperationId, response: SimulatedResponse): void => {
      const counts = responses[operation]
      counts.set(response.status, (counts.get(response.status) ?? 0) + 1)
      if (response._tag !== "Json" || typeof response.body !== "object" || response.body === null) return
      if (observed.has(response.body)) return
      if (isShared(response.body)) observed.add(response.body)
      observeBody(response.body, enumMembers[operation])
    },
    report: (): Coverage => ({
      operations: mapValues(operations, ({ responses: documented }, id) => ({
        responses: Object.fromEntries(responses[id]),
        statuses: split(Object.keys(documented).map(Number), new Set(responses[id].keys()))
      })),
      enumValues: mapValues(responseEnums, (documented: ReadonlyArray<string>, name) => split(documented, values[name]))
    })
  }
}
