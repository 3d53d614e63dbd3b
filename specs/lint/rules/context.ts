/** The part of redocly's visitor context that our rules use; redocly publishes no types for plugins of its CLI. */
export interface Context {
  readonly location: Location
  report(problem: { readonly message: string; readonly location?: Location }): void
}

export interface Location {
  /** Path inside the file, as a JSON pointer with a leading `#`. */
  readonly pointer: string
  child(path: string | ReadonlyArray<string>): Location
  key(): Location
}

export interface Schema {
  readonly enum?: ReadonlyArray<unknown>
  readonly [keyword: string]: unknown
}
