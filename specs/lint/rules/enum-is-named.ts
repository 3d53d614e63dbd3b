import type { Context, Schema } from "./context.ts"

/** A component schema of a whole document, or an entry at the top of a file of schemas. */
const namedSchema = /^#\/(components\/schemas\/)?[A-Z][A-Za-z]*$/

/** Tooling generates a list of values for each enum under the name of its schema; an inline enum has none. */
export const enumIsNamed = () => ({
  Schema(schema: Schema, context: Context) {
    if (schema.enum === undefined || namedSchema.test(context.location.pointer)) return
    context.report({
      message: "An enum needs a name. Move it to a component schema of its own and refer to that.",
      location: context.location.child("enum").key()
    })
  }
})
