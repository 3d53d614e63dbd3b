/**
 * What `effect/cli` needs of its module `CliOutput` where the application has a presenter of its own: the two references,
 * without the formatter of help and errors.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

export const Presenter = Context.Reference("effect/cli/CliOutput/Presenter", {
  defaultValue: () => ({ present: () => Effect.void })
})
export const Formatter = Context.Reference("effect/cli/CliOutput", {
  defaultValue: () => ({ formatError: () => "" })
})
