/** A header cannot be built from the arguments. The message says why and what to pass, and never quotes the value. */
export class InvalidHeaderError extends Error {
  readonly _tag = "InvalidHeaderError"
  override readonly name = "InvalidHeaderError"
  /** Name of the header. */
  readonly header: string
  /** The missing keys of the header's JSON value; empty if something else is wrong. */
  readonly missingKeys: ReadonlyArray<string>

  constructor(header: string, problem: string, remedy: string, missingKeys: ReadonlyArray<string> = []) {
    super(`Failed to build ${header}: it ${problem}. ${remedy}.`)
    this.header = header
    this.missingKeys = missingKeys
  }
}
