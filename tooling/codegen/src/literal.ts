import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts"

const identifier = /^[A-Za-z_$][\w$]*$/
const index = /^(0|[1-9]\d*)$/
const lineWidth = 120

/**
 * Prints a JSON value as TypeScript, in the project's style and always the same way. What fits on a line stays on it.
 *
 * @example
 * literal({ code: "too_many_requests", status: [403, 429] })
 * // => { code: "too_many_requests", status: [403, 429] }
 */
export const literal = (value: JsonValue, indentation = "", column = indentation.length): string => {
  const inline = onOneLine(value)
  return column + inline.length < lineWidth ? inline : onManyLines(value, indentation)
}

/** One entry a line, whatever the width: for tables, where a changed entry should be a changed line. */
export const table = (value: JsonObject): string => onManyLines(value, "")

const onOneLine = (value: JsonValue): string => {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(([name, entry]) => `${propertyName(name)}: ${onOneLine(entry)}`)
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`
}

const onManyLines = (value: JsonValue, indentation: string): string => {
  const inner = `${indentation}  `
  if (Array.isArray(value) && value.length > 0) {
    return `[\n${value.map((entry) => `${inner}${literal(entry, inner)}`).join(",\n")}\n${indentation}]`
  }
  if (!isJsonObject(value) || Object.keys(value).length === 0) return onOneLine(value)
  const entries = Object.entries(value).map(([name, entry]) => {
    const start = `${inner}${propertyName(name)}: `
    return `${start}${literal(entry, inner, start.length)}`
  })
  return `{\n${entries.join(",\n")}\n${indentation}}`
}

/** `__proto__` in an object literal would set the prototype; computed, it is a property like any other. */
const propertyName = (name: string): string => {
  if (name === "__proto__") return `["__proto__"]`
  return identifier.test(name) || index.test(name) ? name : JSON.stringify(name)
}
