import { isJsonObject } from "../encoding/json-object.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import type { CorruptedContent } from "./fault.ts"

const unknown = "a_value_from_the_future"

const laterVersion = { addedInALaterVersion: { value: 1 } }

/** Members with timestamps in milliseconds. Below is the one in seconds (docs/protocol/dcr.md section 4). */
const milliseconds = new Set(["created_at", "notBefore", "notAfter", "issuedAt", "expiration_date"])
const seconds = new Set(["client_id_issued_at"])

type Member = (name: string, value: unknown) => unknown

/** Rebuilds JSON with every member of every object passed through `member`. */
const rebuild = (value: unknown, member: Member, extra: Readonly<Record<string, unknown>>): unknown => {
  if (Array.isArray(value)) return value.map((item) => rebuild(item, member, extra))
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(([name, inner]) => [name, member(name, rebuild(inner, member, extra))])
  return { ...Object.fromEntries(members), ...extra }
}

/** Returns the response of an operation with other content. */
export const corruptContent = (
  response: SimulatedResponse,
  { unknownValue, extraMembers, missingDecisions, clockSkew = 0 }: CorruptedContent
): SimulatedResponse => {
  if (response._tag !== "Json") return response
  if (missingDecisions === "body") return { ...response, _tag: "Empty" }
  const unknownNames = new Set([unknownValue ?? []].flat())
  const extra = extraMembers === true ? laterVersion : (extraMembers ?? {})
  const member: Member = (name, value) => {
    if (unknownNames.has(name)) return Array.isArray(value) ? [unknown] : unknown
    if (milliseconds.has(name)) return skewed(value, clockSkew)
    return seconds.has(name) ? skewed(value, Math.round(clockSkew / 1_000)) : value
  }
  return { ...response, body: rebuild(withoutDecisions(response.body, missingDecisions), member, extra) }
}

const withoutDecisions = (body: unknown, missing: CorruptedContent["missingDecisions"]): unknown => {
  if (missing === undefined || !isJsonObject(body) || !Array.isArray(body["decisions"])) return body
  const decisions: ReadonlyArray<unknown> = body["decisions"]
  return { ...body, decisions: missing === "last" ? decisions.slice(0, -1) : [] }
}

/** Shifts a timestamp. Session timestamps are strings; the one of a temporary profile is in an attribute. */
const skewed = (value: unknown, by: number): unknown => {
  if (isJsonObject(value)) return { ...value, value: skewed(value["value"], by) }
  if (typeof value === "number") return value + by
  return typeof value === "string" ? String(Number(value) + by) : value
}
