import type * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"
import type { RecordStore } from "../store/index.ts"

/** One thing that a store has to do. */
export interface Requirement {
  /** Reads as a sentence about the store: "the store ...". */
  readonly name: string
  /** Uses up to two stores that show the same records, as two processes would see them. */
  readonly check: (store: RecordStore, other: RecordStore) => Effect.Effect<void, AuthError | Violation>
}

/** A store does not do what the requirement says. */
export class Violation extends Error {
  override readonly name = "Violation"
}
