/** A JSON value in which absent members are left out rather than `null`. */
export type WithoutNull<Value> = Value extends string | number | boolean
  ? Value
  : Value extends ReadonlyArray<infer Item>
    ? ReadonlyArray<WithoutNull<Item>>
    : Value extends object
      ? { readonly [Name in keyof Value]: WithoutNull<Exclude<Value[Name], null>> }
      : Value

/** Leaves out every member that is `null`: it means the same as an absent one. */
export const withoutNull = <Value extends object>(value: Value): WithoutNull<Value> =>
  // Boundary: a JSON value, of which only `null` members are missing afterwards.
  JSON.parse(JSON.stringify(value, (_name, member: unknown) => member ?? undefined)) as WithoutNull<Value>
