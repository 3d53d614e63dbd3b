import type { Context, Schema } from "./context.ts"

const catalogue = "x-enhanced-errors"

/** The catalogue and the enum beside it name the same codes, and each entry says all there is to say. */
export const catalogueIsComplete = () => ({
  Schema(schema: Schema, context: Context) {
    const entries = schema[catalogue]
    if (typeof entries !== "object" || entries === null) return
    const codes = new Set(schema.enum)
    for (const code of codes) {
      if (typeof code === "string" && !(code in entries)) {
        context.report({
          message: `\`${catalogue}\` has no entry for \`${code}\`.`,
          location: context.location.child(catalogue).key()
        })
      }
    }
    for (const [code, entry] of Object.entries(entries)) {
      const problem = codes.has(code) ? incompleteness(entry) : "is not a value of `enum`"
      if (problem === undefined) continue
      context.report({ message: `\`${code}\` ${problem}.`, location: context.location.child([catalogue, code]).key() })
    }
  }
})

const incompleteness = (entry: Readonly<Record<string, unknown>>): string | undefined => {
  if (!Number.isInteger(entry["status"])) return "needs an HTTP `status`"
  const missing = ["action", "meaning", "reaction"].find((member) => typeof entry[member] !== "string")
  return missing === undefined ? undefined : `needs \`${missing}\``
}
