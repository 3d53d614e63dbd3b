import { type Operation, operations } from "../protocol/operations.ts"
import { transportHeaders } from "../protocol/transport-headers.ts"
import type { CallBody } from "../request/call-body.ts"
import { redacted, shownName } from "../request/shown-names.ts"

/** Headers with bearer values, identities of users or signed tokens, and headers that may contain such values. */
const secretHeaders = new Set([
  "authorization",
  "adobe-subject-token",
  "x-roku-reserved-roku-connect-token",
  "ad-service-token",
  "ap-temppass-identity",
  "cookie",
  "referer"
])

/** Only these headers are shown, because any other header may contain a secret. */
const shownHeaders = new Set(
  [
    ...transportHeaders,
    "content-type",
    ...Object.values(operations).flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase()))
  ].filter((name) => !secretHeaders.has(name))
)

const secretMembers = new Set(["software_statement", "client_secret", "SAMLResponse"])

/** The scheme of Authorization, which is no secret. */
const scheme = /^(?:Bearer|Basic)(?= )/i

const redactHeader = (name: string, value: string): string => {
  if (shownHeaders.has(name)) return value
  const [shown] = name === "authorization" ? (scheme.exec(value) ?? []) : []
  return shown === undefined ? redacted : `${shown} ${redacted}`
}

export const redactHeaders = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].map(([name, value]) => [name, redactHeader(name, value)]))

/** Redacts members that are undocumented or secret. */
const redactMembers = (
  members: Iterable<readonly [string, unknown]>,
  documented: ReadonlyArray<{ readonly name: string }> = []
): Record<string, unknown> => {
  const shown = new Set(documented.map(({ name }) => name).filter((name) => !secretMembers.has(name)))
  return Object.fromEntries([...members].map(([name, value]) => [shownName(name), shown.has(name) ? value : redacted]))
}

export const redactQuery = (query: URLSearchParams, operation: Operation | undefined): Record<string, unknown> =>
  redactMembers(query, operation?.query)

export const redactBody = (body: CallBody, operation: Operation | undefined): Record<string, unknown> | undefined => {
  const documented = operation?.requestBody?.properties
  switch (body._tag) {
    case "Form":
      return redactMembers(Object.entries(body.parameters), documented)
    case "Json":
      return redactMembers(Object.entries(body.value), documented)
    case "None":
    case "Unreadable":
      return undefined
  }
}
