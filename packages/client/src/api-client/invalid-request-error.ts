/** A request cannot be created from the arguments. The message says why and what to pass, and never quotes a value. */
export class InvalidRequestError extends Error {
  readonly _tag = "InvalidRequestError"
  override readonly name = "InvalidRequestError"
  /** Name of the invalid argument: a path parameter (`code`), a header, `signal` or `fetch`. */
  readonly parameter: string

  constructor(parameter: string, problem: string, remedy: string) {
    super(`Failed to create the request: ${problem}. ${remedy}.`)
    this.parameter = parameter
  }
}
