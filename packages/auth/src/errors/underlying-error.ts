/**
 * The part of another library's error that is safe to keep: its class name and its system code, for example `TypeError`
 * and `ECONNREFUSED`. Error replies of Redis have a code in the first word of their message, for example `OOM`.
 *
 * Drops the message, the stack and all other properties, because errors of `fetch`, proxies and custom stores quote
 * addresses, headers and bodies, and with them the statement, the client secret or the token (rule 21, no secrets).
 */
export interface UnderlyingError {
  readonly name: string
  readonly code: string | undefined
}

/**
 * Reduces a thrown value to its class name and code, which contain no secret. If the error has no code, uses the code
 * of its `cause`, where `fetch` in Node has it.
 *
 * @example
 * ```ts
 * describeUnderlyingError(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) }))
 * // => { name: "TypeError", code: "ECONNREFUSED" }
 * ```
 */
export const describeUnderlyingError = (thrown: unknown): UnderlyingError => {
  try {
    const { name, code, cause, message } = Object(thrown)
    return {
      name: matching(className, name) ?? "Error",
      code: matching(systemCode, code) ?? matching(systemCode, Object(cause).code) ?? replyCode(message)
    }
  } catch {
    // A getter of the error threw.
    return { name: "Error", code: undefined }
  }
}

// No secret matches one of these patterns.
const className = /^[A-Za-z]{0,40}(Error|Exception)$/
const systemCode = /^(E[A-Z\d]{2,20}|(UND_ERR|ERR|CERT|DEPTH|SELF|UNABLE)_[A-Z\d_]{1,60})$/

/** Returns the first word of an error reply of Redis or Valkey, which is its only code. */
const replyCode = (message: unknown): string | undefined =>
  typeof message === "string" ? replyForm.exec(message)?.[1] : undefined

const replyForm =
  /^(OOM|READONLY|MISCONF|LOADING|BUSY|NOREPLICAS|CLUSTERDOWN|MASTERDOWN|NOAUTH|WRONGPASS|NOPERM|CROSSSLOT|MOVED|TRYAGAIN)(?: |$)/

const matching = (form: RegExp, value: unknown): string | undefined =>
  typeof value === "string" && form.test(value) ? value : undefined
