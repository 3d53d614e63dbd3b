import { AuthError, describeUnderlyingError, type AuthOperation } from "../errors/index.ts"

/**
 * The error of the auth layer for what `fetch` threw: `InvalidConfiguration` for a mistake of the program, such as a
 * `fetch` that is not a function or an `AbortSignal` of another implementation, and `Transport` for everything else.
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
 * Whether an error comes from a call that can never work. Engines have a fixed vocabulary for those; what they say of
 * the network differs too much, and may be translated.
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
 * Whether an error can be handed to the application as it is: it and what is reachable from it are errors, lists and
 * plain objects, and none of them quotes what was sent. A request in an error would show its headers.
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

/** The strings that were sent: nothing of them is repeated in an error, regardless of its length (rule 21). */
export class SentSecrets {
  readonly #secrets: ReadonlyArray<string>

  constructor(secrets: ReadonlyArray<string | undefined>) {
    this.#secrets = secrets.filter((secret) => secret !== undefined && secret !== "") as ReadonlyArray<string>
  }

  /** Whether a word that the server or a library chose is part of what was sent, or has it as a part. */
  areRepeatedBy(word: string): boolean {
    return this.#secrets.some((secret) => secret.includes(word) || this.#quotes(word, secret))
  }

  /** Whether a longer string quotes what was sent, as a whole or cut off. */
  areQuotedBy(text: string): boolean {
    return this.#secrets.some((secret) => this.#quotes(text, secret))
  }

  /** A string with everything masked that was sent. */
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
