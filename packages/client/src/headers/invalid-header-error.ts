/** A header cannot be built from what was passed. Found before any request. */
export class InvalidHeaderError extends Error {
  readonly _tag = "InvalidHeader"
  override readonly name = "InvalidHeaderError"
  /** Name of the header, as sent. */
  readonly header: string
  /** Completes the sentence "`header` ...", without quoting the value: it may be a secret or personal data. */
  readonly problem: string
  /** What to do, as a sentence without its full stop. */
  readonly remedy: string
  /** Keys that the header's JSON value requires and that are missing; empty when something else is wrong. */
  readonly missingKeys: ReadonlyArray<string>

  constructor(header: string, problem: string, remedy: string, missingKeys: ReadonlyArray<string> = []) {
    super(`Failed to build ${header}: it ${problem}. ${remedy}.`)
    this.header = header
    this.problem = problem
    this.remedy = remedy
    this.missingKeys = missingKeys
  }
}
