import { AuthError, describeUnderlyingError, type AuthOperation } from "../errors/index.ts"
import type { SentSecrets } from "./sent-secrets.ts"

/**
 * The error of the auth layer for what `fetch` threw: `InvalidConfiguration` for a mistake of the program, such as a
 * `fetch` that is no function or an `AbortSignal` of another implementation, and `Transport` for everything else.
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
  `${name}: ${sent.maskIn(message).replaceAll(/\s+/g, " ").replace(/\.$/, "").slice(0, 200)}`

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
