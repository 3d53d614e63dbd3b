/** A function of openapi-fetch, or its options: of them only `allowReserved`, since no operation has lists or objects. */
export type QuerySerializer =
  | ((query: { readonly [name: string]: unknown }) => string)
  | { readonly allowReserved?: boolean }

/**
 * Serializes a query, with its question mark if there is anything in it. What is `undefined` or `null` is left out, a
 * list repeats its name.
 */
export const serializeQuery = (
  query: { readonly [name: string]: unknown } = {},
  serializer: QuerySerializer = {}
): string => {
  const search = typeof serializer === "function" ? serializer(query).replace(/^\?/, "") : joined(query, serializer)
  return search && `?${search}`
}

const joined = (query: object, { allowReserved }: { readonly allowReserved?: boolean }): string =>
  Object.entries(query)
    .flatMap(([name, values]) => [values].flat().map((value: unknown) => [name, value] as const))
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${allowReserved === true ? String(value) : encodeURIComponent(String(value))}`)
    .join("&")
