/** A JSON value in which absent members are left out rather than `null`. */
export type WithoutNull<Value> = Value extends string | number | boolean
  ? Value
  : Value extends ReadonlyArray<infer Item>
    ? ReadonlyArray<WithoutNull<Item>>
    : Value extends object
      ? { readonly [Name in keyof Value]: WithoutNull<Exclude<Value[Name], null>> }
      : Value

/**
 * Leaves out every member and item that is `null`, which means the same as an absent one, and what JSON writes as
 * `null`, such as `NaN`.
 */
export const withoutNull = <Value extends object>(value: Value): WithoutNull<Value> =>
  // Boundary: a JSON value, of which only `null` is missing afterwards.
  JSON.parse(JSON.stringify(value), (_name, member: unknown) =>
    // An item that is left out leaves a hole, which no filter passes on.
    Array.isArray(member) ? member.filter(() => true) : (member ?? undefined)
  ) as WithoutNull<Value>
