/**
 * Checks whether a custom store keeps what the auth layer relies on, with any test runner.
 *
 * @module
 */
import * as Effect from "effect/Effect"
import { toRecordStore, type StoreSource } from "../store/index.ts"
import type { Requirement } from "./requirement.ts"
import { lockRequirements, requirements } from "./requirements.ts"

export { Violation } from "./requirement.ts"

/** One check of a store. */
export interface StoreConformanceCheck {
  /** A sentence about the store, fit for the name of a test. */
  readonly name: string
  /**
   * Resolves if the store does what the name says, and rejects otherwise.
   *
   * `makeStore` gives access to a place that is empty when the check starts: all stores it makes within one check show
   * the same records, like those of two processes. It may be asynchronous.
   */
  readonly run: (makeStore: MakeStore) => Promise<void>
}

/** Makes a store over the place of the current check. */
export type MakeStore = () => StoreSource | PromiseLike<StoreSource>

/**
 * What the auth layer relies on a store for, as checks for any test runner. They run on the real clock, and take some
 * milliseconds where the store brings its own lock.
 *
 * @example
 * import { test } from "node:test"
 *
 * for (const { name, run } of storeConformance) {
 *   test(`the store ${name}`, async () => {
 *     const place = await emptyPlace()
 *     await run(() => myStore(place))
 *   })
 * }
 */
export const storeConformance: ReadonlyArray<StoreConformanceCheck> = [
  ...requirements.map((requirement) => asCheck(requirement)),
  ...lockRequirements.map((requirement) => asCheck(requirement))
]

function asCheck({ name, check }: Requirement): StoreConformanceCheck {
  return {
    name,
    run: async (makeStore) => {
      const store = toRecordStore(await makeStore())
      const other = toRecordStore(await makeStore())
      await Effect.runPromise(check(store, other))
    }
  }
}
