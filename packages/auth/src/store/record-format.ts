import { sha256 } from "@tve-pass/client"
import * as Redacted from "effect/Redacted"
import type { AccessToken, ClientCredentials, Loaded, RegistrationGuard, UnreadableProblem } from "./records.ts"

/** One kind of record: an object of plain JSON members, except for one secret. */
export interface RecordKind<Value extends object> {
  readonly name: string
  /** The member that is redacted in memory. */
  readonly secret: (keyof Value & string) | undefined
  /** Whether a replacement keeps the previous record. */
  readonly keepsPrevious: boolean
}

// Increase it whenever the members of a kind change, except if an optional member is added, because readers check only
// the version and the checksum.
const formatVersion = 1

/**
 * Serializes a record: a JSON object with its members, the format version and a checksum, which detects a truncated,
 * altered, foreign or misplaced record (rule 2, stored before used). The kind is part of the key and of the checksum.
 */
export const formatRecord = <Value extends object>({ name, secret }: RecordKind<Value>, value: Value): string => {
  // Boundary: the secret member of every kind is a redacted string.
  const members = { ...value, ...(secret && { [secret]: Redacted.value(value[secret] as Redacted.Redacted) }) }
  return JSON.stringify({ format: formatVersion, checksum: checksum(name, members), ...members })
}

/**
 * Parses a record of {@link formatRecord}. Returns the problem of an unreadable record instead of throwing (rule 3,
 * quarantine).
 */
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
      // Boundary: the checksum proves that `formatRecord` wrote a value of this kind.
      return { _tag: "Found", value: members as Value }
    }
  } catch {
    // The string is not JSON, or it is `null`.
  }
  return { _tag: "Unreadable", key, problem }
}

// JSON keeps the order of members, so reader and writer hash the same string. 64 bits suffice to detect damage, and a
// server may keep a checksum in memory for each record of each device.
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
