/**
 * Lists the names and values of a record, pairs, `Headers`, `URLSearchParams`, `FormData` or a `Map`. Goes by what an object can do, never by its class, which other realms (frames, Jest) and other
 * implementations of `fetch` have their own of.
 */
export const entriesOf = (values: object): ReadonlyArray<readonly [name: string, value: unknown]> => {
  // Boundary: pairs, by the types.
  if (Array.isArray(values)) return values as ReadonlyArray<readonly [string, unknown]>
  if (!("forEach" in values) || typeof values.forEach !== "function") return Object.entries(values)
  const entries: Array<readonly [string, unknown]> = []
  values.forEach((value: unknown, name: string) => entries.push([name, value]))
  return entries
}
