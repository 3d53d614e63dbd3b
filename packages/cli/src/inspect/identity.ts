import { decodeJson, headerValue, type Inspection } from "./inspection.ts"

/**
 * Reads `AP-TempPass-Identity`. Returns `undefined` if it is not Base64 of JSON. Source: docs/protocol/headers.md,
 * section 9.
 */
export const inspectTemporaryAccessIdentity = (text: string): Inspection | undefined => {
  const identity = decodeJson(headerValue("AP-TempPass-Identity", text))
  if (identity === undefined) return undefined
  const entries = Object.entries(identity)
  return {
    // A value that is not a hash is personal data.
    values: Object.fromEntries(entries.map(([key, value]) => [key, isHash(value) ? value : "(plain, not shown)"])),
    problems: [
      ...(entries.length === 1 ? [] : [`It has ${entries.length} keys; one is expected.`]),
      ...entries
        .filter(([, value]) => !isHash(value))
        .map(([key]) => `${key} is not hashed: Adobe asks for SHA-256 of personal data.`)
    ]
  }
}

const isHash = (value: unknown): boolean => /^(?:[\da-f]{64}){1,2}$/.test(String(value))

/**
 * Reads `AP-Partner-Framework-Status`. Returns `undefined` if it is not Base64 of JSON. Source:
 * docs/protocol/headers.md, section 8.
 */
export const inspectPartnerStatus = (text: string): Inspection | undefined => {
  const status = decodeJson(headerValue("AP-Partner-Framework-Status", text))
  if (status === undefined) return undefined
  const accessStatus = member(status["frameworkPermissionInfo"], "accessStatus")
  const id = member(status["frameworkProviderInfo"], "id")
  const expirationDate = member(status["frameworkProviderInfo"], "expirationDate")
  const expires = Number(expirationDate)
  const granted = accessStatus === "granted"
  return {
    values: {
      accessStatus,
      provider: id,
      expirationDate: Number.isFinite(expires) && expires > 0 ? new Date(expires).toISOString() : expirationDate
    },
    problems: [
      ...(accessStatus === undefined ? ["frameworkPermissionInfo.accessStatus is required and missing."] : []),
      ...(granted && id === undefined ? ["frameworkProviderInfo.id is required when access is granted."] : []),
      ...(granted && expirationDate === undefined
        ? ["frameworkProviderInfo.expirationDate is required when access is granted."]
        : []),
      ...(expires < Date.now() ? ["It has expired: ask the framework again."] : [])
    ]
  }
}

const member = (value: unknown, name: string): string | undefined => {
  if (typeof value !== "object" || value === null) return undefined
  const found = new Map(Object.entries(value)).get(name)
  return found === undefined || found === null ? undefined : String(found)
}
