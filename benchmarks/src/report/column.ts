/** One column of a table: a library that is measured, ours or a peer. */
export interface Column {
  /** As the table calls it: short. */
  readonly name: string
  /** The npm packages that an application installs for it; their exact versions are printed. */
  readonly packages: ReadonlyArray<string>
}
