import { sha256 } from "@tve-pass/client"
import type { Loaded, UnreadableProblem } from "./loaded.ts"

/** How one kind of record is written to, and read from, plain JSON fields. */
export interface RecordKind<Value> {
  readonly name: string
  /** Whether a record that is replaced is worth keeping aside. */
  readonly keepsPrevious: boolean
  readonly write: (value: Value) => Fields
  /** `undefined` if the fields are not those of this kind. */
  readonly read: (fields: Fields) => Value | undefined
}

/** The members of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>

const formatVersion = 1

/**
 * A record as text: a JSON object of format version, kind, checksum and fields. The checksum covers kind and fields, so
 * that a truncated, altered or misplaced record is recognised (rule 2).
 */
export const formatRecord = <Value>(kind: RecordKind<Value>, value: Value): string => {
  const fields = kind.write(value)
  return JSON.stringify({ format: formatVersion, kind: kind.name, checksum: checksum(kind, fields), fields })
}

/** Reads what {@link formatRecord} wrote, and explains what it cannot read instead of throwing (rule 3). */
export const parseRecord = <Value>(kind: RecordKind<Value>, key: string, text: string | undefined): Loaded<Value> => {
  if (text === undefined) return { _tag: "Missing" }
  const unreadable = (problem: UnreadableProblem) => ({ _tag: "Unreadable", key, problem }) as const
  const record = parseObject(text)
  if (record === undefined || record["kind"] !== kind.name) return unreadable("foreign")
  if (record["format"] !== formatVersion) return unreadable("version")
  const fields = asFields(record["fields"])
  if (fields === undefined || record["checksum"] !== checksum(kind, fields)) return unreadable("checksum")
  const value = kind.read(fields)
  return value === undefined ? unreadable("shape") : { _tag: "Found", value }
}

// JSON.parse keeps the order of members, so that reading and writing see the same text.
const checksum = (kind: { readonly name: string }, fields: Fields): string =>
  sha256(`${kind.name}\n${JSON.stringify(fields)}`)

const parseObject = (text: string): Fields | undefined => {
  try {
    return asFields(JSON.parse(text))
  } catch {
    return undefined
  }
}

const asFields = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? // Every member of a parsed object is unknown.
      (value as Fields)
    : undefined
