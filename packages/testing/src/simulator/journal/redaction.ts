import type { CallBody } from "../call/call-body.ts"

const redacted = "<redacted>"

/** Bearer values, cookies, identities of users and signed tokens. */
const secretHeaders = new Set([
  "cookie",
  "adobe-subject-token",
  "x-roku-reserved-roku-connect-token",
  "ad-service-token",
  "ap-temppass-identity",
  "proxy-authorization"
])

const secretMembers = new Set(["software_statement", "client_secret", "SAMLResponse", "password"])

const redactHeader = (name: string, value: string): string => {
  // The scheme tells a Bearer from a Basic header and is no secret.
  if (name === "authorization")
    return value.includes(" ") ? `${value.slice(0, value.indexOf(" "))} ${redacted}` : redacted
  return secretHeaders.has(name) ? redacted : value
}

export const redactHeaders = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].map(([name, value]) => [name, redactHeader(name, value)]))

/** Members of a form, a JSON object or a query. */
export const redactMembers = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, secretMembers.has(name) ? redacted : value]))

export const redactBody = (body: CallBody): Record<string, unknown> | undefined => {
  switch (body._tag) {
    case "Form":
      return redactMembers(body.parameters)
    case "Json":
      return redactMembers(body.value)
    case "None":
    case "Unreadable":
      return undefined
  }
}
