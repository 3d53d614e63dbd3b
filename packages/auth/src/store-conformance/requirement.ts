import type * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"
import type { RecordStore } from "../store/index.ts"

/** A requirement for a store. */
export interface Requirement {
  /** Completes a sentence about the store: "the store …". */
  readonly name: string
  /** Uses up to two stores over the same records, like two processes. */
  readonly check: (store: RecordStore, other: RecordStore) => Effect.Effect<void, AuthError | Violation>
}

/** A store does not do what the requirement says. */
export class Violation extends Error {
  override readonly name = "Violation"
}
