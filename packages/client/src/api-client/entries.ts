/**
 * Lists the names and values of a record, pairs, `Headers`, `URLSearchParams`, `FormData` or a `Map`. Checks the
 * methods of an object rather than its class, because other realms (frames, Jest) and other implementations of `fetch`
 * have separate classes.
 */
export const entriesOf = (values: object): ReadonlyArray<readonly [name: string, value: unknown]> => {
  // Boundary: by the types, the items are pairs.
  if (Array.isArray(values)) return values as ReadonlyArray<readonly [string, unknown]>
  if (!("forEach" in values) || typeof values.forEach !== "function") return Object.entries(values)
  const entries: Array<readonly [string, unknown]> = []
  values.forEach((value: unknown, name: string) => entries.push([name, value]))
  return entries
}
