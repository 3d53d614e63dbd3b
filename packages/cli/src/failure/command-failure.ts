import * as Data from "effect/Data"

/**
 * What the exit codes of `tve-pass` mean.
 *
 * `done` all went well; `failed` network, server or something unexpected; `usage` a flag, argument or setting is wrong;
 * `refused` by Adobe Pass, with its code; `signInNeeded` or a code that ended; `nothingPermitted` by decisions;
 * `throttled` for longer than allowed; `notConfirmed` a destructive step; `warnings` only, of `doctor`; `interrupted`.
 */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  signInNeeded: 4,
  nothingPermitted: 5,
  throttled: 6,
  notConfirmed: 7,
  warnings: 8,
  interrupted: 130
} as const

/** Why the command ended. */
export type Ending = keyof typeof exitCodes

/** What an error line says. No member holds a secret. */
export interface FailureDetails {
  /** Stable, for scripts: a code of Adobe Pass, of an `AuthError`, or of this command. */
  readonly code: string
  readonly message: string
  /** What Adobe Pass says helps, such as `authentication`. */
  readonly action?: string | undefined
  readonly httpStatus?: number | undefined
  /** To quote in a support ticket with Adobe. */
  readonly trace?: string | undefined
  /** Milliseconds after which another attempt can succeed. */
  readonly retryAfter?: number | undefined
  /** What to do, as a sentence. */
  readonly hint?: string | undefined
}

/** A command could not do what it was asked. */
export class CommandFailure extends Data.TaggedError("CommandFailure")<
  FailureDetails & { readonly ending: Exclude<Ending, "done"> }
> {}

/** A command has written its result, which stands for another exit code than 0. */
export class CommandEnded extends Data.TaggedError("CommandEnded")<{ readonly ending: Ending }> {}

/** A flag, an argument or a setting is wrong. */
export const usageFailure = (message: string, hint?: string): CommandFailure =>
  new CommandFailure({ ending: "usage", code: "usage", message, hint })
