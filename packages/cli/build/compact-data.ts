/**
 * Writes data as an expression in which everything that occurs more than once is written once. The tables of operations
 * repeat the same headers and responses: this takes 10 kB to 3.
 */
export const compactModule = (exported: Readonly<Record<string, unknown>>): string => {
  const counts = new Map<string, number>()
  const count = (value: unknown): void => {
    const json = JSON.stringify(value)
    if (json === undefined) return
    const seen = counts.get(json) ?? 0
    counts.set(json, seen + 1)
    if (seen === 0 && typeof value === "object" && value !== null) Object.values(value).forEach(count)
  }
  count(exported)

  const names = new Map<string, string>()
  const declarations: Array<string> = []
  const written = (value: unknown): string => {
    const json = JSON.stringify(value)
    if (json === undefined) return "undefined"
    if (json.length < shortest || (counts.get(json) ?? 0) < 2) return literal(value)
    const known = names.get(json)
    if (known !== undefined) return known
    const text = literal(value)
    const name = `d${names.size}`
    names.set(json, name)
    declarations.push(`const ${name}=${text}`)
    return name
  }
  const literal = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(written).join()}]`
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined"
    const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`)
    return `{${members.join()}}`
  }
  const exports = Object.entries(exported).map(([name, value]) => `export const ${name}=${written(value)}`)
  return [...declarations, ...exports].join("\n")
}

/** Values that are shorter are not worth a name. */
const shortest = 12
