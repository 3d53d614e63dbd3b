import { environments } from "./environments.ts"

/** The environment or origin cannot be used; the message says why and what to pass, and never quotes the value. */
export class InvalidOriginError extends Error {
  readonly _tag = "InvalidOriginError"
  override readonly name = "InvalidOriginError"

  constructor(problem: string) {
    super(
      `The origin ${problem}. Pass one such as https://sp.auth.adobe.com, or one of ${Object.keys(environments).join()}.`
    )
  }
}
