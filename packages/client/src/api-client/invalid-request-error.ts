/** A request cannot be made from what was passed; the message says why and what to pass, and never quotes a value. */
export class InvalidRequestError extends Error {
  readonly _tag = "InvalidRequestError"
  override readonly name = "InvalidRequestError"
  /** Name of what cannot be used: of a path parameter (`code`), of a header, `signal`, `fetch`. */
  readonly parameter: string

  constructor(parameter: string, problem: string, remedy: string) {
    super(`Failed to create the request: ${problem}. ${remedy}.`)
    this.parameter = parameter
  }
}
