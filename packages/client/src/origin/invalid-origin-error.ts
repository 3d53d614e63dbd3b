/** The environment or origin cannot be used. Found before any request. */
export class InvalidOriginError extends Error {
  readonly _tag = "InvalidOrigin"
  override readonly name = "InvalidOriginError"
  /** Completes the sentence "The origin ...", without quoting the value: it may hold credentials. */
  readonly problem: string
  /** What to do, as a sentence without its full stop. */
  readonly remedy: string

  constructor(problem: string, remedy: string) {
    super(`The origin ${problem}. ${remedy}.`)
    this.problem = problem
    this.remedy = remedy
  }
}
