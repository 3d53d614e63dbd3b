import * as Data from "effect/Data"

/** The exit codes of `tve-pass`; {@link exitCodeMeanings} explains them. */
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
  differs: 9,
  interrupted: 130
} as const

/** The meaning of each exit code, for the man page and the documentation. */
export const exitCodeMeanings: ReadonlyArray<readonly [code: number, meaning: string]> = [
  [exitCodes.done, "Done."],
  [exitCodes.failed, "Failed: no response, an error of the server, or something unexpected."],
  [exitCodes.usage, "A flag, an argument or a setting is wrong or missing. Nothing was sent."],
  [exitCodes.refused, "Adobe Pass refused the call; the error has its code."],
  [exitCodes.signInNeeded, "The viewer has to sign in, or the sign-in code has ended."],
  [exitCodes.nothingPermitted, "No resource is permitted."],
  [exitCodes.throttled, "Adobe Pass throttled the device for longer than allowed."],
  [exitCodes.notConfirmed, "A step that cannot be undone was not confirmed."],
  [exitCodes.warnings, "All checks of doctor passed, some with a warning."],
  [exitCodes.differs, "A file differs from the list of a proxy MVPD."],
  [exitCodes.interrupted, "Interrupted, for example by Ctrl-C."]
]

/** The reason why the command ended, as a key of {@link exitCodes}. */
export type Ending = keyof typeof exitCodes

/** The details of an error line. No member contains a secret. */
export interface FailureDetails {
  /** A stable code, for scripts: of Adobe Pass, of an `AuthError`, or of this command. */
  readonly code: string
  readonly message: string
  /** The action that Adobe Pass names, such as `authentication`. */
  readonly action?: string | undefined
  readonly httpStatus?: number | undefined
  /** The id to quote in a support ticket at Adobe. */
  readonly trace?: string | undefined
  /** Milliseconds after which another attempt can succeed. */
  readonly retryAfter?: number | undefined
  /** What to do, as a sentence. */
  readonly hint?: string | undefined
}

/** A command failed. */
export class CommandFailure extends Data.TaggedError("CommandFailure")<
  FailureDetails & { readonly ending: Exclude<Ending, "done"> }
> {}

/** A command has written its result and ends with an exit code other than 0. */
export class CommandEnded extends Data.TaggedError("CommandEnded")<{ readonly ending: Ending }> {}

/** A flag, an argument or a setting is wrong. */
export const usageFailure = (message: string, hint?: string): CommandFailure =>
  new CommandFailure({ ending: "usage", code: "usage", message, hint })
