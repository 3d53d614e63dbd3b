/**
 * A query serializer of openapi-fetch, or its option `allowReserved`. The other options concern lists and objects,
 * which no operation has.
 */
export type QuerySerializer =
  | ((query: { readonly [name: string]: unknown }) => string)
  | { readonly allowReserved?: boolean }

/**
 * Serializes a query, with its question mark unless it is empty. Members that are `undefined` or `null` are omitted; a
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
