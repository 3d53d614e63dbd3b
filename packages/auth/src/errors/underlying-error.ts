/**
 * What may be kept of a foreign error: its class name and its system code, for example `TypeError` and `ECONNREFUSED`. The
 * error replies of Redis have a code in the first word of their message, for example `OOM`.
 *
 * The message, the stack and every other property are dropped, because errors of `fetch`, of proxies and of user-made
 * stores quote addresses, headers and bodies, and with them the statement, the client secret or the token (rule 21).
 */
export interface UnderlyingError {
  readonly name: string
  readonly code: string | undefined
}

/**
 * Reduces anything that was thrown to what carries no secret. `fetch` in Node throws a bare `TypeError` whose cause has
 * the code.
 *
 * @example
 * describeUnderlyingError(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) }))
 * // => { name: "TypeError", code: "ECONNREFUSED" }
 */
export const describeUnderlyingError = (thrown: unknown): UnderlyingError => {
  try {
    const { name, code, cause, message } = Object(thrown)
    return {
      name: matching(className, name) ?? "Error",
      code: matching(systemCode, code) ?? matching(systemCode, Object(cause).code) ?? replyCode(message)
    }
  } catch {
    // A getter of a foreign error may throw; there is nothing to learn from it then.
    return { name: "Error", code: undefined }
  }
}

// No secret has one of these forms.
const className = /^[A-Za-z]{0,40}(Error|Exception)$/
const systemCode = /^(E[A-Z\d]{2,20}|(UND_ERR|ERR|CERT|DEPTH|SELF|UNABLE)_[A-Z\d_]{1,60})$/

/** The first word of the error replies of Redis and Valkey, which say the reason in no other way. */
const replyCode = (message: unknown): string | undefined =>
  typeof message === "string" ? replyForm.exec(message)?.[1] : undefined

const replyForm =
  /^(OOM|READONLY|MISCONF|LOADING|BUSY|NOREPLICAS|CLUSTERDOWN|MASTERDOWN|NOAUTH|WRONGPASS|NOPERM|CROSSSLOT|MOVED|TRYAGAIN)(?: |$)/

const matching = (form: RegExp, value: unknown): string | undefined =>
  typeof value === "string" && form.test(value) ? value : undefined
