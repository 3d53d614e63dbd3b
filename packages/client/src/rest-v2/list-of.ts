/** A list of an answer; empty where something else arrived. */
export const listOf = <Item>(value: ReadonlyArray<Item> | undefined): ReadonlyArray<Item> =>
  Array.isArray(value) ? value : []
