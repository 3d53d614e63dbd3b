import * as Result from "effect/Result"
import type { AuthError } from "../errors/index.ts"

/** What reading an option gave. The readers of options throw nothing but {@link AuthError}. */
export const validOption = <Value>(read: () => Value): Result.Result<Value, AuthError> =>
  Result.try({ try: read, catch: (thrown) => thrown as AuthError })
