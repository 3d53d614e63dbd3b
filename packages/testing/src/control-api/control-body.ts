import { parseJsonObject } from "../simulator/encoding/json-object.ts"

/** A request to the control API that cannot be performed. */
export class ControlError extends Error {
  override readonly name = "ControlError"
  readonly status: 400 | 404 | 413 | 415

  constructor(status: 400 | 404 | 413 | 415, message: string) {
    super(message)
    this.status = status
  }
}

export type ControlBody = Readonly<Record<string, unknown>>

/** The most characters of a body. */
const longestBody = 65_536

/** Reads the JSON object in the body of a request; an absent body is an empty object. */
export const readControlBody = async (request: Request): Promise<ControlBody> => {
  if (request.method === "GET" || request.method === "HEAD") return {}
  const json = await request.text()
  if (json === "") return {}
  if (json.length > longestBody) throw new ControlError(413, `The body has more than ${longestBody} characters.`)
  // A page of another origin cannot send this type without a preflight, which fails.
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase()
  if (type !== "application/json") throw new ControlError(415, "Content-Type has to be application/json.")
  const value = parseJsonObject(json)
  if (value === undefined) throw new ControlError(400, "The body has to be a JSON object.")
  return value
}

/** Throws if the body has unknown members. */
export const expectMembers = (body: ControlBody, ...names: ReadonlyArray<string>): void => {
  const unknown = Object.keys(body).filter((name) => !names.includes(name))
  if (unknown.length === 0) return
  const known = names.length === 0 ? "This operation takes none." : `It takes: ${names.join(", ")}.`
  throw new ControlError(400, `Unknown members: ${unknown.slice(0, 5).join(", ")}. ${known}`)
}

/** Reads a required member, a string that is not empty. */
export const requiredString = (body: ControlBody, name: string): string => {
  const value = body[name]
  if (typeof value === "string" && value !== "") return value
  throw new ControlError(400, `\`${name}\` has to be a string that is not empty.`)
}

/** Reads optional members, which must be strings. */
export const optionalStrings = <Name extends string>(
  body: ControlBody,
  ...names: ReadonlyArray<Name>
): { readonly [Key in Name]?: string } =>
  // Boundary: the type of `Object.fromEntries` loses the keys.
  Object.fromEntries(
    names.filter((name) => body[name] !== undefined).map((name) => [name, requiredString(body, name)])
  ) as { readonly [Key in Name]?: string }

/** Reads a member that must be one of the given values. */
export const oneOf = <Value>(body: ControlBody, name: string, values: ReadonlyArray<Value>): Value => {
  const found = values.find((value) => value === body[name])
  if (found !== undefined) return found
  throw new ControlError(400, `\`${name}\` has to be one of: ${values.join(", ")}.`)
}
