import type { EnhancedError } from "./failure.ts"
import { isJsonObject, type JsonObject } from "./json.ts"

/**
 * The enhanced error that a JSON value is: an object with a text as `code`, flat or below `error`. As it was sent,
 * without the catalogue. Without a `fallbackStatus` an error needs a `status` of its own.
 *
 * Source: docs/protocol/errors.md, sections 1 and 2.
 */
export const enhancedErrorOf = (
  value: unknown,
  httpStatus: number,
  fallbackStatus?: number
): EnhancedError | undefined => {
  if (!isJsonObject(value)) return undefined
  const error = typeof value["code"] === "string" ? value : value["error"]
  if (!isJsonObject(error)) return undefined
  const { action, code } = error
  const status = statusOf(error) ?? fallbackStatus
  if (typeof code !== "string" || status === undefined) return undefined
  const common = { _tag: "EnhancedError", httpStatus, status, code } as const
  return { ...common, action: typeof action === "string" ? action : "none", ...textsOf(error) }
}

/** Any integer is carried (C-V2-17), also as text. */
const statusOf = ({ status }: JsonObject): number | undefined =>
  /^\d+$/.test(String(status)) ? Number(status) : undefined

const texts = ["message", "details", "helpUrl", "trace"] as const

type Texts = { -readonly [Name in (typeof texts)[number]]?: string }

const textsOf = (error: JsonObject): Texts => {
  const found: Texts = {}
  for (const name of texts) {
    const value = error[name]
    if (typeof value === "string") found[name] = value
  }
  return found
}
