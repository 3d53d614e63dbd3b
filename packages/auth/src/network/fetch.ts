import * as Context from "effect/Context"
import { platformFetch, type FetchFunction } from "./fetch-function.ts"

/** The {@link FetchFunction} in use; the platform's unless another one is provided. */
export const Fetch = Context.Reference<FetchFunction>("@tve-pass/auth/network/Fetch", {
  defaultValue: () => platformFetch
})
