/**
 * What may be kept of a foreign error: its class name and its system code, for example `TypeError` and `ECONNREFUSED`.
 *
 * The message, the stack and every other property are dropped, because errors of `fetch`, of proxies and of user-made
 * stores quote addresses, headers and bodies, and with them the statement, the client secret or the token (rule 21).
 */
export interface UnderlyingError {
  readonly name: string
  readonly code: string | undefined
}

const classNames = /^[A-Za-z]{0,40}(?:Error|Exception)$/
const systemCodes = /^(?:E[A-Z0-9]{2,20}|(?:UND_ERR|ERR|CERT|DEPTH|SELF|UNABLE)_[A-Z0-9_]{1,60})$/
// A chain of causes may be a cycle.
const longestChain = 8

/**
 * Reduces anything that was thrown to what carries no secret. The code is the first one of the chain of causes, since
 * `fetch` in Node throws a bare `TypeError` whose cause knows why.
 *
 * @example
 * describeUnderlyingError(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) }))
 * // => { name: "TypeError", code: "ECONNREFUSED" }
 */
export const describeUnderlyingError = (thrown: unknown): UnderlyingError => {
  const name = property(thrown, "name")
  return {
    name: typeof name === "string" && classNames.test(name) ? name : "Error",
    code: firstSystemCode(thrown)
  }
}

const firstSystemCode = (thrown: unknown): string | undefined => {
  let current = thrown
  for (let depth = 0; depth < longestChain; depth++) {
    const code = property(current, "code")
    if (typeof code === "string" && systemCodes.test(code)) return code
    current = property(current, "cause")
  }
  return undefined
}

const property = (value: unknown, name: string): unknown => {
  if (typeof value !== "object" || value === null) return undefined
  try {
    return Reflect.get(value, name)
  } catch {
    // A getter of a foreign error may throw; there is nothing to learn from it then.
    return undefined
  }
}
