import { decodeJson, type Inspection } from "./inspection.ts"

/** Claims that describe the purpose of a token and grant no access. All others may be personal or secret. */
const shownClaims = ["iss", "sub", "aud", "software_id", "client_name", "scopes", "iat", "nbf", "exp"]

const notice = "Read, not verified: only the server can tell whether it accepts it."

/** Reads a software statement. Returns `undefined` if it is not a JWT. Source: docs/protocol/dcr.md, section 3. */
export const inspectStatement = (text: string): Inspection | undefined => {
  const jwt = readJwt(text)
  if (jwt === undefined) return undefined
  const problems = expiry(jwt.payload)
  return { values: valuesOf(jwt), problems, notice }
}

/** Reads an access token, which is opaque unless it is a JWT. Source: docs/protocol/dcr.md, section 5. */
export const inspectToken = (text: string): Inspection => {
  const jwt = readJwt(text)
  if (jwt === undefined) return { values: { form: "opaque", length: text.trim().length }, problems: [], notice }
  const { scopes } = jwt.payload
  const lacksScope = scopes !== undefined && !String(scopes).split(/[ ,]/).includes("api:client:v2")
  return {
    values: valuesOf(jwt),
    problems: [...expiry(jwt.payload), ...(lacksScope ? ["It lacks the scope api:client:v2."] : [])],
    notice
  }
}

interface Jwt {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>>
}

/** Parses a JWT. A downloaded one may have line breaks (C-DCR-9). */
const readJwt = (text: string): Jwt | undefined => {
  const parts = text.replace(/\s+/g, "").split(".")
  const [header, payload] = parts.map(decodeJson)
  return parts.length === 3 && header !== undefined && payload !== undefined ? { header, payload } : undefined
}

const valuesOf = ({ header, payload }: Jwt): Inspection["values"] => ({
  form: "JWT",
  alg: header["alg"],
  ...Object.fromEntries(
    shownClaims
      .filter((claim) => payload[claim] !== undefined)
      .map((claim) => [claim, isMoment(claim) ? isoMoment(payload[claim]) : payload[claim]])
  ),
  otherClaims: Object.keys(payload).filter((claim) => !shownClaims.includes(claim))
})

const isMoment = (claim: string): boolean => ["iat", "nbf", "exp"].includes(claim)

const isoMoment = (seconds: unknown): unknown => {
  const date = new Date(Number(seconds) * 1000)
  return Number.isNaN(date.getTime()) ? seconds : date.toISOString()
}

const expiry = ({ exp }: Readonly<Record<string, unknown>>): ReadonlyArray<string> =>
  typeof exp === "number" && exp * 1000 < Date.now() ? [`It expired at ${String(isoMoment(exp))}.`] : []
