/**
 * What `effect/cli` uses of `effect/Schema` at run time, in place of the whole module: 50 kB of the bundle and most of its
 * start. Its errors are classes with members, and its flags decode booleans and numbers. A test runs the bundle and the
 * sources with the same command lines and compares.
 */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

/** Decodes the text of a flag, or says what it expected. */
type Decode = (text: string) => { readonly value: unknown } | { readonly expected: string }

// Descriptions of the members of errors, which nothing reads.
export const String = undefined
export const Array = (): undefined => undefined
export const optional = (): undefined => undefined
export const optionalKey = (): undefined => undefined
export const Union = (): undefined => undefined
export const Literal = (): undefined => undefined
export const Defect = (): undefined => undefined
export const tag = (name: string): string => name

export const TaggedError = () => (name: string) => Data.TaggedError(name)
export const Error =
  () =>
  ({ _tag }: { readonly _tag: string }) =>
    Data.TaggedError(_tag)

export const TrueLiterals = ["true", "yes", "on", "1", "y"]
export const FalseLiterals = ["false", "no", "off", "0", "n"]
export const is = (literals: ReadonlyArray<string>) => (text: string) => literals.includes(text)

export const BooleanLiterals: Decode = (text) =>
  is(TrueLiterals)(text) || is(FalseLiterals)(text)
    ? { value: is(TrueLiterals)(text) }
    : { expected: [...TrueLiterals, ...FalseLiterals].map((literal) => `"${literal}"`).join(" | ") }

export const Finite: Decode = (text) =>
  text.trim() !== "" && Number.isFinite(Number(text))
    ? { value: Number(text) }
    : { expected: "a string representing a finite number" }

export const Int: Decode = (text) => {
  const decoded = Finite(text)
  return "value" in decoded && !Number.isSafeInteger(decoded.value) ? { expected: "an integer" } : decoded
}

export const Date: Decode = (text) => {
  const value = new globalThis.Date(text)
  return Number.isNaN(value.getTime()) ? { expected: "a valid date" } : { value }
}

export const toCodecStringTree = (decode: Decode): Decode => decode

export const decodeUnknownEffect = (decode: Decode) => (text: string) => {
  const decoded = decode(text)
  if ("value" in decoded) return Effect.succeed(decoded.value)
  return Effect.fail({ message: `Expected ${decoded.expected}` })
}
