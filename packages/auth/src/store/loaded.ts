/**
 * What reading a record found.
 *
 * `Unreadable`: something is stored, but it is not a whole record of this version: truncated, altered, or foreign. It
 * stays where it is until it is replaced, and is kept aside then (rule 3).
 */
export type Loaded<Record> =
  | { readonly _tag: "Found"; readonly value: Record }
  | { readonly _tag: "Missing" }
  | { readonly _tag: "Unreadable"; readonly key: string; readonly problem: UnreadableProblem }

/** Why a record is unreadable: no JSON of this library, another format version, or not what was written. */
export type UnreadableProblem = "foreign" | "version" | "checksum"
