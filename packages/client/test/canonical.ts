import { enhancedErrors } from "../src/generated/rest-v2/enhanced-errors.ts"

/**
 * Returns a response in the one form that its contradictory spellings share: numbers as timestamps (C-V2-3), absolute urls,
 * `domainName` (C-V2-6), `enc` (C-V2-10), the catalogue's action (C-V2-12), the MVPD of the key (C-V2-19), nothing that
 * is null.
 */
export const canonical = (response: unknown, origin: string): unknown => {
  // Boundary: a JSON value.
  const value = JSON.parse(JSON.stringify(response), (_key, member: unknown) => member ?? undefined) as unknown
  return canonicalValue(value, origin)
}

const canonicalValue = (value: unknown, origin: string): unknown => {
  if (Array.isArray(value))
    return value.map((item) => (item === "domain" ? "domainName" : canonicalValue(item, origin)))
  if (typeof value !== "object" || value === null) return value
  const members = Object.entries(value).map(([name, member]) => canonicalMember(name, member, origin))
  const object: Record<string, unknown> = Object.fromEntries(members)
  if (typeof object["code"] === "string" && object["code"] in enhancedErrors) {
    const { action } = enhancedErrors[object["code"] as keyof typeof enhancedErrors]
    return { ...object, action }
  }
  return object
}

const canonicalMember = (name: string, value: unknown, origin: string): readonly [name: string, value: unknown] => {
  if (name === "notBefore" || name === "notAfter") return [name, Number(value)]
  if (name === "url") return [name, new URL(String(value), origin).href]
  if (name === "state") return [name, value === "plain" ? "plain" : "enc"]
  if (name === "domain") return ["domainName", value]
  if (name === "logouts") return [name, withKeysAsMvpd(canonicalValue(value, origin))]
  return [name, canonicalValue(value, origin)]
}

const withKeysAsMvpd = (logouts: unknown): unknown =>
  Object.fromEntries(Object.entries(logouts as object).map(([mvpd, logout]) => [mvpd, { ...logout, mvpd }]))
