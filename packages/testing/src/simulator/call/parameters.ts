/** The parameters of a query or a form. */
export interface Parameters {
  /** By name; of several the last. */
  readonly parameters: Readonly<Record<string, string>>
  /** Names that occur more than once. */
  readonly repeated: readonly string[]
}

export const readParameters = (pairs: URLSearchParams): Parameters => {
  const parameters = new Map<string, string>()
  const repeated = new Set<string>()
  for (const [name, value] of pairs) {
    if (parameters.has(name)) repeated.add(name)
    parameters.set(name, value)
  }
  return { parameters: Object.fromEntries(parameters), repeated: [...repeated] }
}
