import type { AuthError } from "@tve-pass/auth/promise"
import * as Effect from "effect/Effect"

/** Reads a stored record. Without a connection there is none. */
export const loadedFrom = <Loaded extends { readonly _tag: string }>(
  load: Effect.Effect<Loaded, AuthError> | undefined
): Promise<Loaded | { readonly _tag: "Missing" }> =>
  load === undefined ? Promise.resolve({ _tag: "Missing" }) : Effect.runPromise(load)
