import { AuthError, describeUnderlyingError, type AuthOperation } from "../errors/index.ts"

/**
 * Converts what `fetch` threw to an `AuthError`: `InvalidConfiguration` for a mistake of the program, such as a `fetch`
 * that is not a function or an `AbortSignal` of another implementation, and `Transport` for everything else.
 */
export const failedRequest = (operation: AuthOperation, thrown: unknown, sent: SentSecrets): AuthError =>
  new AuthError({
    reason: isProgrammingError(thrown)
      ? {
          _tag: "InvalidConfiguration",
          field: "fetch",
          problem: `it failed before it sent the request (${describeProgrammingError(thrown, sent)})`,
          remedy: "Pass a fetch that works on this platform, or install what the error names"
        }
      : { _tag: "Transport", operation, cause: describeUnderlyingError(thrown) },
    attempts: 1
  })

/**
 * Returns whether an error comes from a call that can never succeed. Engines report such calls in a few fixed phrases.
 * Their messages about the network vary more, and may be translated.
 */
export const isProgrammingError = (thrown: unknown): thrown is Error => {
  const { name, message, code } = Object(thrown)
  if (name === "ReferenceError" || name === "SyntaxError") return true
  return name === "TypeError" && (programmingCode.test(String(code)) || programmingMessage.test(String(message)))
}

const programmingCode = /^ERR_INVALID_(ARG|THIS|URL)/
const programmingMessage =
  /is(n't| not) (a function|a constructor|defined|iterable|an object|a valid|an instance|of type|implemented)|instance ?of|undefined|of null|Illegal invocation|[Ii]nvalid URL|Failed to (parse URL|construct|execute)|Only (absolute|HTTP)|\[object /

const describeProgrammingError = ({ name, message }: Error, sent: SentSecrets): string =>
  `${name}: ${sent.maskIn(message).replace(/\s+/g, " ").replace(/\.$/, "").slice(0, 200)}`

/**
 * Returns whether an error can be passed to the application unchanged: everything reachable from it is an error, a list
 * or a plain object, and none of them quotes the request. A `Request` in an error would reveal its headers.
 */
export const isHarmless = (thrown: unknown, sent: SentSecrets, depth = 5): boolean => {
  if (typeof thrown === "string") return !sent.areQuotedBy(thrown)
  if (typeof thrown === "function") return false
  if (typeof thrown !== "object" || thrown === null) return true
  if (depth === 0 || !isTransparent(thrown)) return false
  try {
    return [...Reflect.ownKeys(thrown), "message", "name"].every((key) =>
      isHarmless(Reflect.get(thrown, key), sent, depth - 1)
    )
  } catch {
    return false
  }
}

const isTransparent = (value: object): boolean =>
  value instanceof Error ||
  Array.isArray(value) ||
  [Object.prototype, null].includes(Object.getPrototypeOf(value)) ||
  Object.prototype.toString.call(value) === "[object Error]" ||
  Object.prototype.toString.call(value) === "[object DOMException]"

/** The strings that were sent. No error repeats any part of them, regardless of length (rule 21, no secrets). */
export class SentSecrets {
  readonly #secrets: ReadonlyArray<string>

  constructor(secrets: ReadonlyArray<string | undefined>) {
    this.#secrets = secrets.filter((secret) => secret !== undefined && secret !== "") as ReadonlyArray<string>
  }

  /** Returns whether a word from the server or a library is part of a sent string, or contains one. */
  areRepeatedBy(word: string): boolean {
    return this.#secrets.some((secret) => secret.includes(word) || this.#quotes(word, secret))
  }

  /** Returns whether a longer string quotes a sent string, in full or truncated. */
  areQuotedBy(text: string): boolean {
    return this.#secrets.some((secret) => this.#quotes(text, secret))
  }

  /** Returns the string with each sent string masked. */
  maskIn(text: string): string {
    let masked = text
    for (const secret of this.#secrets) masked = masked.split(secret).join(mask)
    return masked.replace(/[\w$.-]{4,}/g, (word) => (this.areRepeatedBy(word) ? mask : word))
  }

  #quotes(text: string, secret: string): boolean {
    return text.includes(secret.slice(0, longestQuote)) || text.includes(secret.slice(-longestQuote))
  }
}

const mask = "***"
const longestQuote = 12
