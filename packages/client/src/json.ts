/** A JSON object, neither `null` nor an array. */
export interface JsonObject {
  readonly [member: string]: unknown
}

/** Returns whether a value is an object, and neither `null` nor an array. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Parses JSON; returns the string itself if it is not JSON. */
export const jsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A JSON value in which no member is `null`. */
export type WithoutNull<Value> = Value extends string | number | boolean
  ? Value
  : Value extends ReadonlyArray<infer Item>
    ? ReadonlyArray<WithoutNull<Item>>
    : Value extends object
      ? { readonly [Name in keyof Value]: WithoutNull<Exclude<Value[Name], null>> }
      : Value

/** Levels of nesting. Documented responses have 6; very deep ones could exhaust the stack. */
const deepest = 64

/**
 * Copies a JSON value without members and items that are `null`, which means the same as absent, and without `NaN` and
 * infinite numbers. Values that are nested deeper than 64 levels are omitted.
 */
export const withoutNull = <Value>(value: Value): WithoutNull<Value> =>
  // Boundary: the copy differs from the value only by the missing `null`.
  copy(value, deepest) as WithoutNull<Value>

const copy = (value: unknown, levels: number): unknown => {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined
  if (typeof value !== "object" || value === null) return value ?? undefined
  if (levels === 0) return undefined
  if (Array.isArray(value)) return value.map((item) => copy(item, levels - 1)).filter((item) => item !== undefined)
  const members = Object.entries(value).map(([name, member]) => [name, copy(member, levels - 1)] as const)
  return Object.fromEntries(members.filter(([, member]) => member !== undefined))
}

/** Returns the object itself, or an empty object for anything else. */
export const objectOf = <Value>(value: Value): Value & JsonObject =>
  // Boundary: a response may contain anything in place of a documented object.
  (isJsonObject(value) ? value : {}) as Value & JsonObject

/** Returns the array itself, or an empty one for anything else. */
export const listOf = <Item>(value: ReadonlyArray<Item> | undefined): ReadonlyArray<Item> =>
  Array.isArray(value) ? value : []
