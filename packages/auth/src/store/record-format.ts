import { sha256 } from "@tve-pass/client"
import * as Redacted from "effect/Redacted"
import type { AccessToken, ClientCredentials, Loaded, RegistrationGuard, UnreadableProblem } from "./records.ts"

/** One kind of record: an object of plain JSON members, except for one secret. */
export interface RecordKind<Value extends object> {
  readonly name: string
  /** The member that is redacted in memory. */
  readonly secret: (keyof Value & string) | undefined
  /** Whether the previous record is kept when it is replaced. */
  readonly keepsPrevious: boolean
}

// To be raised whenever the members of a kind change, unless an optional one is added: a valid checksum is all that
// readers ask for.
const formatVersion = 1

/**
 * A record as a string: a JSON object of its members, and of the format version and a checksum, by which a truncated,
 * altered, foreign or misplaced record is recognised (rule 2). The kind is in the key, and in the checksum.
 */
export const formatRecord = <Value extends object>({ name, secret }: RecordKind<Value>, value: Value): string => {
  // The secret member of every kind is a redacted string.
  const members = { ...value, ...(secret && { [secret]: Redacted.value(value[secret] as Redacted.Redacted) }) }
  return JSON.stringify({ format: formatVersion, checksum: checksum(name, members), ...members })
}

/** Reads what {@link formatRecord} wrote, and says what it cannot read instead of throwing (rule 3). */
export const parseRecord = <Value extends object>(
  { name, secret }: RecordKind<Value>,
  key: string,
  text: string | undefined
): Loaded<Value> => {
  if (text === undefined) return { _tag: "Missing" }
  let problem: UnreadableProblem = "foreign"
  try {
    const { format, checksum: stored, ...members } = JSON.parse(text)
    if (typeof stored === "string") problem = format === formatVersion ? "checksum" : "version"
    if (problem === "checksum" && stored === checksum(name, members)) {
      if (secret) members[secret] = Redacted.make(members[secret])
      // The checksum proves that `formatRecord` wrote a value of this kind.
      return { _tag: "Found", value: members as Value }
    }
  } catch {
    // No JSON, or null.
  }
  return { _tag: "Unreadable", key, problem }
}

// Parsing and writing JSON keeps the order of members, so that reader and writer see the same string. 64 bits are plenty
// to find damage, and a server may keep one in memory for each record of each device.
const checksum = (kind: string, members: object): string =>
  sha256(formatVersion + kind + JSON.stringify(members)).slice(0, 16)

export const credentialsRecord: RecordKind<ClientCredentials> = {
  name: "credentials",
  secret: "clientSecret",
  keepsPrevious: true
}

export const tokenRecord: RecordKind<AccessToken> = { name: "token", secret: "value", keepsPrevious: false }

export const guardRecord: RecordKind<RegistrationGuard> = {
  name: "registration-guard",
  secret: undefined,
  keepsPrevious: false
}
