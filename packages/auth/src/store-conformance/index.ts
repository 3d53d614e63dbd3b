/**
 * Checks of a custom store, for any test runner.
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
  /** A sentence about the store, for the name of a test: "the store …". */
  readonly name: string
  /**
   * Resolves if the store does what the name says, and rejects otherwise.
   *
   * All stores that `makeStore` makes during one check access the same records, like two processes. The records are
   * empty when the check starts. `makeStore` may be asynchronous.
   */
  readonly run: (makeStore: MakeStore) => Promise<void>
}

/** Makes a store over the records of the current check. */
export type MakeStore = () => StoreSource | PromiseLike<StoreSource>

/**
 * The requirements of the auth layer for a store, as checks for any test runner. They run on the real clock, and take
 * some milliseconds if the store has a `lock`.
 *
 * @example
 * ```ts
 * import { test } from "node:test"
 *
 * for (const { name, run } of storeConformance) {
 *   test(`the store ${name}`, async () => {
 *     const place = await emptyPlace()
 *     await run(() => myStore(place))
 *   })
 * }
 * ```
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
