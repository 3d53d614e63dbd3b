import { fromBase64Url } from "../encoding/base64.ts"
import { parseJsonObject } from "../encoding/json-object.ts"
import type { Call } from "../request/call.ts"
import { warn } from "../request/violation.ts"
import type { SingleSignOnIdentity } from "../state/single-sign-on-profiles.ts"

const headers = [
  ["Adobe-Subject-Token", "platformSSO"],
  ["X-Roku-Reserved-Roku-Connect-Token", "platformSSO"],
  ["AD-Service-Token", "serviceTokenSSO"]
] as const

/**
 * Returns the identities of a call. A missing or unusable token is no error, but gives no single sign-on
 * (docs/protocol/headers.md sections 5 to 7).
 */
export const identitiesOf = (call: Call): ReadonlyArray<SingleSignOnIdentity> => {
  const listed = new Set(call.operation.headers.map(({ name }) => name))
  return headers.flatMap(([name, type]) => {
    const token = call.headers.get(name)
    if (token === null || !listed.has(name)) return []
    const read = subjectOf(token, call.now, type)
    if (read._tag === "Unusable") {
      warn(call, "single-sign-on", `${name} is ${read.reason}: the call is served without single sign-on.`)
      return []
    }
    return [{ type, subject: read.subject }]
  })
}

type ReadToken =
  | { readonly _tag: "Subject"; readonly subject: string }
  | { readonly _tag: "Unusable"; readonly reason: string }

const unusable = (reason: string): ReadToken => ({ _tag: "Unusable", reason })

const subjectOf = (token: string, now: number, type: SingleSignOnIdentity["type"]): ReadToken => {
  const parts = token.trim().split(".")
  // A JWE is opaque: the same token means the same user. Only platforms issue them.
  if (type === "platformSSO" && parts.length === 5) return { _tag: "Subject", subject: token.trim() }
  const [, payload, signature] = parts
  if (parts.length !== 3 || payload === undefined) return unusable("no compact JWS")
  if (signature === "") return unusable("not signed")
  const claims = parseJsonObject(fromBase64Url(payload))
  if (claims === undefined) return unusable("no compact JWS")
  const { iss, sub, exp } = claims
  if (typeof sub !== "string" || sub === "") return unusable("without `sub`")
  if (iss !== undefined && typeof iss !== "string") return unusable("of no readable `iss`")
  if (typeof exp === "number" && exp * 1_000 <= now) return unusable("expired")
  return { _tag: "Subject", subject: `${iss ?? ""}\n${sub}` }
}
